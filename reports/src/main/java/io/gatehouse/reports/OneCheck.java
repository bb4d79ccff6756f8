package io.gatehouse.reports;

import io.gatehouse.checks.CheckName;
import io.gatehouse.checks.CheckResult;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.sentences.Words;
import java.util.Locale;
import java.util.Optional;

/**
 * What workbooks about one check have in common: their names and how their first sheet begins.
 *
 * @param check that they tell of
 * @param word for it at the beginning of a title, such as “Fairness”
 * @param within for it inside a sentence, such as “fairness”
 */
record OneCheck(CheckName check, String word, String within) {
    static final OneCheck FAIRNESS = new OneCheck(CheckName.FAIRNESS, "Fairness", "fairness");
    static final OneCheck ROI = new OneCheck(CheckName.VALUE, "ROI", "ROI");

    Optional<CheckResult> of(Evaluation evaluation) {
        return evaluation.check(check);
    }

    String title(Evaluation evaluation) {
        return word + " of " + evaluation.model() + " version " + evaluation.version();
    }

    String fileName(Evaluation evaluation, Provenance provenance) {
        return FileNames.workbook(
                provenance,
                word.toLowerCase(Locale.ROOT),
                "ev-" + evaluation.number(),
                evaluation.model(),
                "v" + evaluation.version());
    }

    /** The first sheet down to what it rests on. */
    SummarySheet summary(ReportWorkbook report, Evaluation evaluation) {
        SummarySheet sheet = report.summary(title(evaluation));
        of(evaluation)
                .ifPresentOrElse(
                        found -> sheet.verdict(
                                Words.of(found.verdict()),
                                Statuses.of(found.verdict()),
                                found.sentence().english()),
                        () -> sheet.verdict(
                                Words.of(Verdict.NOT_APPLICABLE),
                                Status.NONE,
                                "The policy does not ask for " + within + "."));
        return sheet.asOf(EvaluationFacts.asOf(evaluation, report.provenance()));
    }
}
