package io.gatehouse.reports;

import io.gatehouse.checks.CheckName;
import io.gatehouse.checks.CheckResult;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.promotion.PromotionDossier;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that a promotion was decided on, as a workbook that a board can read and an auditor can recount. */
public final class DossierReport {
    private static final Currency WITHOUT_MONEY = Currency.getInstance("USD");

    /** @param out left open */
    public void write(PromotionDossier dossier, Provenance provenance, OutputStream out) throws IOException {
        try (ReportWorkbook report = new ReportWorkbook(title(dossier), provenance)) {
            DossierSummary.write(report, title(dossier), dossier);
            List<CheckResult> checks = dossier.evaluation() == null
                    ? List.of()
                    : dossier.evaluation().checks();
            ChecksSheet.write(report, checks, currency(dossier));
            OverridesSheet.write(report, dossier);
            WayOutSheet.write(report, dossier.evaluation());
            SegmentsSheet.write(report, checks);
            ValueSheet.write(report, check(dossier, CheckName.VALUE));
            MonthSheet.write(report, check(dossier, CheckName.VALUE));
            PerformanceSheet.write(report, check(dossier, CheckName.PERFORMANCE), currency(dossier));
            HistorySheet.write(report, dossier);
            DiscussionSheet.write(report, dossier);
            report.provenanceSheet(facts(dossier));
            report.save(out);
        }
    }

    /** A name such as {@code gatehouse-dossier-pr-42-churn-v3-2026-11-14.xlsx}. */
    public String fileName(PromotionDossier dossier, Provenance provenance) {
        return FileNames.workbook(
                provenance, "dossier", "pr-" + dossier.number(), dossier.model(), "v" + dossier.version());
    }

    static String title(PromotionDossier dossier) {
        return "PR-" + dossier.number() + ": " + dossier.model() + " version " + dossier.version() + " as "
                + dossier.alias();
    }

    /** The currency of the value assumptions. */
    static Currency currency(PromotionDossier dossier) {
        return check(dossier, CheckName.VALUE)
                .map(CheckResult::value)
                .map(value -> value.net().currency())
                .orElse(WITHOUT_MONEY);
    }

    static Optional<CheckResult> check(PromotionDossier dossier, CheckName name) {
        return Optional.ofNullable(dossier.evaluation()).flatMap(evaluation -> evaluation.check(name));
    }

    private static List<ProvenanceSheet.Fact> facts(PromotionDossier dossier) {
        List<ProvenanceSheet.Fact> facts = new ArrayList<>();
        Evaluation evaluation = dossier.evaluation();
        if (evaluation != null) {
            facts.addAll(EvaluationFacts.of(evaluation));
        }
        PromotionDossier.Origin origin = dossier.lineage();
        facts.add(fact("Trained by", dossier.trainedBy()));
        facts.add(fact("Run", origin.runName()));
        facts.add(fact("Run id", origin.runId()));
        facts.add(fact("Training data fingerprint", origin.dataHash()));
        facts.add(fact("Training data version", origin.dataVersion()));
        facts.add(fact("Git commit", origin.gitCommit()));
        return facts;
    }

    private static ProvenanceSheet.Fact fact(String label, @Nullable String text) {
        return new ProvenanceSheet.Fact(label, CellContent.text(text));
    }
}
