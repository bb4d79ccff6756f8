package io.gatehouse.evidence;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.artifacts.Artifact;
import io.gatehouse.artifacts.ArtifactPath;
import io.gatehouse.artifacts.ArtifactStore;
import io.gatehouse.people.Actor;
import io.gatehouse.registry.ModelVersion;
import io.gatehouse.scoring.EvidenceDescription;
import io.gatehouse.tracking.RunInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the prediction table of a version among the artifacts of its run: in {@code evaluation/<logged model id>/} first, since one run
 * can log several models, else in {@code evaluation/}, else a bare {@code test_predictions.csv}.
 */
@Component
public class EvidenceShelf {
    private static final List<String> TABLES = List.of("predictions.parquet", "predictions.csv");
    private static final List<String> FEATURES = List.of("features.parquet", "features.csv");
    private static final String DESCRIPTION = "evidence.json";
    private static final String BARE = "test_predictions.csv";

    /** A description is a page of JSON; what is larger is none. */
    private static final int LARGEST_DESCRIPTION = 1 << 20;

    private final ArtifactStore artifacts;

    EvidenceShelf(ArtifactStore artifacts) {
        this.artifacts = artifacts;
    }

    /** @param run that the version came from */
    public Evidence find(Actor actor, ModelVersion version, RunInfo run) {
        Optional<ArtifactPath> root = ArtifactPath.ofLocation(run.artifactUri());
        if (root.isEmpty()) {
            return new Evidence.Absent("FOREIGN_ARTIFACTS", say("evidence.foreign", "run", run.name()));
        }
        ArtifactPath general = root.get().resolve("evaluation");
        String modelId = version.loggedModelId();
        if (modelId != null) {
            Optional<Evidence> own = in(actor, general.resolve(modelId));
            if (own.isPresent()) {
                return own.get();
            }
        }
        return in(actor, general).or(() -> bare(actor, root.get())).orElseGet(() -> {
            String place = modelId == null ? "" : modelId + "/";
            return new Evidence.Absent("NO_EVIDENCE", say("evidence.table.absent", "run", run.name(), "place", place));
        });
    }

    /**
     * Keeps the bytes under their own hashes, so that neither deleting the run nor another description of the same table can take what was
     * judged.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(Actor actor, Evidence.Found found) {
        ArtifactPath place = place(found.table().sha256()).resolve(found.descriptionSha256());
        artifacts.copy(actor, found.table(), place.resolve(found.table().path().name()));
        found.descriptionFile().ifPresent(file -> artifacts.copy(actor, file, place.resolve(DESCRIPTION)));
        found.features()
                .ifPresent(file -> artifacts.copy(
                        actor,
                        file,
                        place.resolve(file.sha256()).resolve(file.path().name())));
    }

    /**
     * What was kept of a table and its description, without the features: judging again does not look at them.
     *
     * @param sha256 of the table
     * @param descriptionSha256 as the case says; absent in cases from before it did, when a table had one place for any description
     */
    public Optional<Evidence.Found> kept(Actor actor, String sha256, @Nullable String descriptionSha256) {
        ArtifactPath place =
                descriptionSha256 == null ? place(sha256) : place(sha256).resolve(descriptionSha256);
        return Stream.concat(TABLES.stream(), Stream.of(BARE))
                .map(place::resolve)
                .flatMap(path -> artifacts.find(actor, path).stream())
                .findFirst()
                .flatMap(table -> described(actor, place, table) instanceof Evidence.Found found
                        ? Optional.of(found)
                        : Optional.empty());
    }

    private static ArtifactPath place(String sha256) {
        return new ArtifactPath(".gatehouse/evidence/" + sha256);
    }

    private Optional<Evidence> in(Actor actor, ArtifactPath folder) {
        Optional<Artifact> table = TABLES.stream()
                .map(folder::resolve)
                .flatMap(path -> artifacts.find(actor, path).stream())
                .findFirst();
        return table.map(found -> described(actor, folder, found));
    }

    private Evidence described(Actor actor, ArtifactPath folder, Artifact table) {
        Optional<Artifact> file = artifacts.find(actor, folder.resolve(DESCRIPTION));
        if (file.isEmpty()) {
            return new Evidence.Found(table, EvidenceDescription.ofBareTable(), Optional.empty(), Optional.empty());
        }
        if (file.get().size() > LARGEST_DESCRIPTION) {
            return new Evidence.Absent(
                    "DESCRIPTION_TOO_LARGE",
                    say(
                            "evidence.description.large",
                            "path",
                            file.get().path().value(),
                            "bytes",
                            file.get().size(),
                            "limit",
                            LARGEST_DESCRIPTION));
        }
        return switch (EvidenceDescription.parse(bytes(file.get()))) {
            case EvidenceDescription.Parsed(EvidenceDescription description) ->
                new Evidence.Found(table, description, file, features(actor, folder));
            case EvidenceDescription.Unreadable(io.gatehouse.scoring.Refusal refusal) ->
                new Evidence.Absent(
                        refusal.code().name(),
                        say("evidence.refused", "path", file.get().path().value(), "reason", refusal.sentence()));
        };
    }

    private Optional<Artifact> features(Actor actor, ArtifactPath folder) {
        return FEATURES.stream()
                .map(folder::resolve)
                .flatMap(path -> artifacts.find(actor, path).stream())
                .findFirst();
    }

    private Optional<Evidence> bare(Actor actor, ArtifactPath root) {
        return artifacts
                .find(actor, root.resolve(BARE))
                .map(table -> new Evidence.Found(
                        table, EvidenceDescription.ofBareTable(), Optional.empty(), Optional.empty()));
    }

    private byte[] bytes(Artifact file) {
        try (InputStream stream = artifacts.open(file)) {
            return stream.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read " + file.path(), failure);
        }
    }
}
