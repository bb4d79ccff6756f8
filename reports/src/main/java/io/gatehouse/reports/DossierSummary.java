package io.gatehouse.reports;

import io.gatehouse.checks.CheckName;
import io.gatehouse.checks.CheckResult;
import io.gatehouse.checks.SegmentFigures;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.promotion.PromotionDossier;
import io.gatehouse.promotion.PromotionDossier.Choice;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The first sheet of a dossier. */
final class DossierSummary {
    private DossierSummary() {}

    static void write(ReportWorkbook report, String title, PromotionDossier dossier) {
        report.summary(title)
                .verdict(
                        Words.of(dossier.state()),
                        Statuses.of(dossier.state()),
                        dossier.statusLine().english())
                .asOf(asOf(dossier, report.provenance()))
                .sentences(sentences(dossier, report.provenance()))
                .keyFigures(keyFigures(dossier))
                .picture(SegmentBars.of(segments(dossier)), SegmentBars.NOTHING)
                .caveats(caveats(dossier));
    }

    private static String asOf(PromotionDossier dossier, Provenance provenance) {
        String asOf = "As of " + InWords.moment(provenance.generatedAt(), provenance.zone());
        Evaluation evaluation = dossier.evaluation();
        if (evaluation == null) {
            return asOf + " · not evaluated";
        }
        return asOf + " · " + EvaluationFacts.basis(evaluation, provenance.zone());
    }

    private static List<String> sentences(PromotionDossier dossier, Provenance provenance) {
        List<String> sentences = new ArrayList<>();
        dossier.recommendation().stream().map(Sentence::english).forEach(sentences::add);
        if (dossier.evaluationProblem() != null) {
            sentences.add(dossier.evaluationProblem().english());
        }
        String instead = dossier.championVersion() == null
                ? "There is no champion yet."
                : "It would take the place of version " + dossier.championVersion() + ".";
        sentences.add("Asked for by " + dossier.requestedBy() + " on "
                + InWords.day(dossier.requestedAt(), provenance.zone()) + ", trained by " + dossier.trainedBy() + ". "
                + (dossier.state().open() ? instead : "")
                + (dossier.note().isBlank() ? "" : " In their words: “" + dossier.note() + "”"));
        return sentences;
    }

    private static List<KeyFigure> keyFigures(PromotionDossier dossier) {
        List<KeyFigure> figures = new ArrayList<>();
        if (dossier.evaluation() != null) {
            for (CheckResult check : dossier.evaluation().checks()) {
                figures.add(CheckFigures.of(check, DossierReport.currency(dossier)));
            }
        }
        DossierReport.check(dossier, CheckName.VALUE)
                .ifPresent(check -> check.worthOfMonth()
                        .ifPresent(month ->
                                figures.add(CheckFigures.perMonth(Objects.requireNonNull(check.value()), month))));
        long approvals = dossier.votes().stream()
                .filter(vote -> vote.current() && vote.choice() == Choice.APPROVE)
                .count();
        figures.add(KeyFigure.plain(
                "Approvals",
                CellContent.whole(approvals),
                "Of " + dossier.approvalsNeeded()
                        + " needed, from people who neither trained the version nor asked for it."));
        return figures;
    }

    private static List<SegmentFigures> segments(PromotionDossier dossier) {
        return DossierReport.check(dossier, CheckName.FAIRNESS)
                .map(CheckResult::segments)
                .orElse(List.of());
    }

    private static List<String> caveats(PromotionDossier dossier) {
        List<String> caveats = new ArrayList<>();
        if (DossierReport.check(dossier, CheckName.VALUE).isPresent()) {
            caveats.add(CheckFigures.MODELLED);
        }
        caveats.add(CheckFigures.NEITHER);
        caveats.add("Ranges are 95 % intervals for figures and 90 % intervals for ratios of segments.");
        return caveats;
    }
}
