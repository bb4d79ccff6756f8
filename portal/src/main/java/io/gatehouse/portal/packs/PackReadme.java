package io.gatehouse.portal.packs;

import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.evaluation.Recomputations;
import io.gatehouse.promotion.PromotionDossier;
import io.gatehouse.sentences.Words;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what the files of a pack are and how to verify each without the portal. */
final class PackReadme {
    private PackReadme() {}

    /** @param events lines of the audit excerpt; empty if the reader may not read the audit log */
    static String of(PromotionDossier dossier, Recomputations.Pack pack, Optional<Integer> events) {
        Evaluation evaluation = pack.evaluation();
        String table = pack.table().path().name();
        return """
                Evidence of the promotion PR-%d: %s version %d, evaluation EV-%d

                dossier.xlsx          what the reviewers decided on, to read
                request.json          the same for programs: request, evaluation, votes, history
                model-card.md         the model card that it was decided on, to read; not there if the version is gone
                model-card.json       the same for programs
                case.json             what was judged besides the evidence: policy, assumptions, training record
                %-21s the prediction table that was judged
                evidence.json         what its columns mean, where a description came with it
                %s
                SHA256SUMS            the digest of each file

                1. The files are whole:
                     sha256sum -c SHA256SUMS

                2. The evidence is the one that the votes are bound to. The prediction table must have this SHA-256:
                     %s
                   and the digest of the votes, which request.json names too, is
                     %s
                   It covers the evaluation and the overrides in force. %s

                3. The figures come out again, without the portal, with the release that judged them:
                     ./gatehouse evaluate %s --case case.json --format json --output ruling.json
                     sha256sum ruling.json
                   must give
                     %s
                   A later release may say the same in better words and so give another digest. The portal tells the two
                   apart: POST /api/gatehouse/v1/evaluations/%s/recompute.

                %s
                """.formatted(
                        dossier.number(),
                        dossier.model(),
                        dossier.version(),
                        evaluation.number(),
                        table,
                        events.isPresent()
                                ? "audit-excerpt.ndjson  the events of the audit log about this request"
                                : "(the audit excerpt is left out: whoever took this away may not read the audit log)",
                        evaluation.evidence().sha256(),
                        dossier.digest(),
                        overrides(dossier),
                        table,
                        evaluation.rulingSha256(),
                        evaluation.id(),
                        events.map(PackReadme::chain).orElse("4. Risk and compliance can take the audit log away."));
    }

    /** Open findings are told first of all: who reads the pack must not have to look for them. */
    private static String overrides(PromotionDossier dossier) {
        return dossier.overrides().isEmpty()
                ? "No check was overridden."
                : "Overrides, open and ended, with their reasons in request.json: "
                        + dossier.overrides().stream()
                                .map(each -> each.id() + " of "
                                        + Words.of(each.check()).toLowerCase(Locale.ROOT) + " until " + each.lastDay()
                                        + " (" + Words.of(each.state()).toLowerCase(Locale.ROOT) + ")")
                                .collect(Collectors.joining(", "))
                        + ".";
    }

    private static String chain(int events) {
        return """
                4. What was done is in the audit log. The excerpt leaves out the events about other things, so it is no
                   chain by itself. Take the whole log away, verify it, and find each line of the excerpt in it:
                     ./gatehouse audit verify gatehouse-audit-….ndjson
                     grep -c -F -x -f audit-excerpt.ndjson gatehouse-audit-….ndjson
                   must count %d.""".formatted(events);
    }
}
