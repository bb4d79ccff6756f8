package io.gatehouse.portal.packs;

import io.gatehouse.artifacts.Artifact;
import io.gatehouse.artifacts.ArtifactStore;
import io.gatehouse.audit.AuditEvent;
import io.gatehouse.audit.AuditTrail;
import io.gatehouse.cardfacts.CardMarkdown;
import io.gatehouse.cardfacts.FilledCard;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.evaluation.Recomputations;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.portal.downloads.Asker;
import io.gatehouse.portal.downloads.Download;
import io.gatehouse.portal.downloads.WorkbookDownloads;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.promotion.PromotionDossier;
import io.gatehouse.promotion.PromotionDossiers;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What an auditor takes away of one promotion: the dossier to read, the same as JSON, the model card that it was decided on, all that judging again takes, what the audit log
 * says of it, and the digests of everything.
 */
@Component
public class PromotionPacks {
    private final PromotionDossiers dossiers;
    private final Recomputations recomputations;
    private final WorkbookDownloads workbooks;
    private final ArtifactStore artifacts;
    private final CardFiles cards;
    private final AuditTrail audit;

    PromotionPacks(
            PromotionDossiers dossiers,
            Recomputations recomputations,
            WorkbookDownloads workbooks,
            ArtifactStore artifacts,
            CardFiles cards,
            AuditTrail audit) {
        this.cards = cards;
        this.dossiers = dossiers;
        this.recomputations = recomputations;
        this.workbooks = workbooks;
        this.artifacts = artifacts;
        this.audit = audit;
    }

    /** What goes in. */
    private record Contents(
            PromotionDossier dossier,
            Evaluation evaluation,
            Recomputations.Pack pack,
            Download workbook,
            Optional<FilledCard> card,
            Optional<List<AuditEvent>> events) {}

    /** Whether there is a case to judge again, without reading it. */
    public boolean kept(Actor actor, UUID evaluation) {
        return recomputations.caseKept(actor, evaluation);
    }

    /** Such as {@code gatehouse-evidence-pr-42.zip}. Empty if there is no such request, its checks have not run, or its evidence was not kept. */
    public Optional<Download> download(Asker asker, long number) {
        return dossiers.dossier(asker.actor(), number)
                .flatMap(dossier -> contents(asker, dossier))
                .map(contents -> new Download(
                        "gatehouse-evidence-pr-" + number + ".zip",
                        EvidencePacks.TYPE,
                        new Download.Recorded(
                                () -> recomputations.recordTaken(asker.actor(), contents.pack()),
                                out -> write(contents, out))));
    }

    /** Puts on record that somebody takes the pack of a request away that was made earlier. */
    void recordTaken(Actor actor, long number) {
        dossiers.dossier(actor, number)
                .map(PromotionDossier::evaluation)
                .flatMap(evaluation -> recomputations.pack(actor, evaluation.id()))
                .ifPresent(pack -> recomputations.recordTaken(actor, pack));
    }

    private Optional<Contents> contents(Asker asker, PromotionDossier dossier) {
        return Optional.ofNullable(dossier.evaluation())
                .flatMap(evaluation -> recomputations
                        .pack(asker.actor(), evaluation.id())
                        .flatMap(pack -> workbooks
                                .dossier(asker, dossier, Places.promotion(dossier.number()))
                                .map(workbook -> new Contents(
                                        dossier,
                                        evaluation,
                                        pack,
                                        workbook,
                                        cards.of(asker.actor(), dossier),
                                        events(asker, dossier)))));
    }

    /** For those who may read the audit log. */
    private Optional<List<AuditEvent>> events(Asker asker, PromotionDossier dossier) {
        return Permissions.check(asker.actor(), Action.READ_AUDIT).granted()
                ? Optional.of(audit.of("promotion/PR-" + dossier.number()))
                : Optional.empty();
    }

    private void write(Contents contents, OutputStream out) throws IOException {
        Recomputations.Pack pack = contents.pack();
        try (SummedZip zip = new SummedZip(out)) {
            zip.text(
                    "README.txt",
                    PackReadme.of(contents.dossier(), pack, contents.events().map(List::size)));
            zip.entry("dossier.xlsx", entry -> contents.workbook().content().write(entry));
            zip.text("request.json", RequestJson.of(contents.dossier()));
            if (contents.card().isPresent()) {
                FilledCard card = contents.card().get();
                zip.text("model-card.md", CardMarkdown.of(card));
                zip.text("model-card.json", RequestJson.of(CardBody.of(card)));
            }
            zip.text("case.json", pack.of());
            file(zip, pack.table().path().name(), pack.table());
            if (pack.description().isPresent()) {
                file(zip, "evidence.json", pack.description().get());
            }
            if (contents.events().isPresent()) {
                zip.text("audit-excerpt.ndjson", lines(contents.events().get()));
            }
            zip.sums();
        }
    }

    private static String lines(List<AuditEvent> events) {
        return events.stream().map(event -> event.line() + "\n").collect(Collectors.joining());
    }

    private void file(SummedZip zip, String name, Artifact file) throws IOException {
        zip.entry(name, entry -> {
            try (InputStream bytes = artifacts.open(file)) {
                bytes.transferTo(entry);
            }
        });
    }
}
