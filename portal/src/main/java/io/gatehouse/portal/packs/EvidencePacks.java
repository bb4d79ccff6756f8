package io.gatehouse.portal.packs;

import io.gatehouse.artifacts.Artifact;
import io.gatehouse.artifacts.ArtifactStore;
import io.gatehouse.evaluation.Recomputations;
import io.gatehouse.people.Actor;
import io.gatehouse.portal.downloads.Download;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;

/** What an auditor takes away: a zip file from which anybody can judge again without the portal. */
@Component
public class EvidencePacks {
    /** Of a zip file. */
    public static final String TYPE = "application/zip";

    private final Recomputations recomputations;
    private final ArtifactStore artifacts;

    EvidencePacks(Recomputations recomputations, ArtifactStore artifacts) {
        this.recomputations = recomputations;
        this.artifacts = artifacts;
    }

    /** Such as {@code evaluation-12.zip}. Empty if there is no such evaluation, or its case or evidence was not kept. */
    public Optional<Download> download(Actor actor, UUID evaluation) {
        return recomputations
                .pack(actor, evaluation)
                .map(pack -> new Download("evaluation-" + pack.evaluation().number() + ".zip", TYPE, out -> {
                    recomputations.recordTaken(actor, pack);
                    write(pack, out);
                }));
    }

    private void write(Recomputations.Pack pack, OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            text(zip, "README.txt", readme(pack));
            text(zip, "case.json", pack.of());
            file(zip, pack.table().path().name(), pack.table());
            if (pack.description().isPresent()) {
                file(zip, "evidence.json", pack.description().get());
            }
        }
    }

    private static String readme(Recomputations.Pack pack) {
        return """
                %s version %d, evaluation EV-%d

                Judge it again, without the portal:
                  ./gatehouse evaluate %s --case case.json --format json --output ruling.json
                  sha256sum ruling.json

                The ruling must have this SHA-256:
                  %s
                the prediction table this one:
                  %s
                and %s
                """.formatted(
                        pack.evaluation().model(),
                        pack.evaluation().version(),
                        pack.evaluation().number(),
                        pack.table().path().name(),
                        pack.evaluation().rulingSha256(),
                        pack.evaluation().evidence().sha256(),
                        pack.description()
                                .map(file -> "evidence.json this one:\n  " + file.sha256())
                                .orElse("no evidence.json came with it."));
    }

    private static void text(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private void file(ZipOutputStream zip, String name, Artifact file) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        try (InputStream bytes = artifacts.open(file)) {
            bytes.transferTo(zip);
        }
        zip.closeEntry();
    }
}
