package io.gatehouse.reports;

import io.gatehouse.checks.CheckName;
import io.gatehouse.checks.CheckResult;
import io.gatehouse.checks.Figure;
import io.gatehouse.checks.Finding;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Words;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every check with all that it looked at, one row each. */
final class ChecksSheet {
    private ChecksSheet() {}

    /** The answer of a check as a whole, or one finding of it. */
    private record Line(
            CheckName check,
            boolean whole,
            String verdict,
            String reasonCode,
            @Nullable Figure figure,
            Sentence sentence) {}

    static void write(ReportWorkbook report, List<CheckResult> checks, Currency currency) {
        SheetWriter writer = report.sheet(
                "Checks", "Checks", "Each question with its answer first, then everything that was looked at.");
        List<Line> lines = new ArrayList<>();
        for (CheckResult check : checks) {
            lines.add(new Line(
                    check.check(),
                    true,
                    Words.of(check.verdict()),
                    check.reasonCode(),
                    check.headline(),
                    check.sentence()));
            check.findings()
                    .forEach(finding -> lines.add(new Line(
                            check.check(),
                            false,
                            verdict(check, finding),
                            finding.reasonCode(),
                            finding.figure(),
                            finding.sentence())));
        }
        writer.mainTable("checks", columns(currency), lines.iterator(), 2, "The checks have not run.");
    }

    private static String verdict(CheckResult check, Finding finding) {
        return finding.remark(check.verdict()).map(Words::of).orElseGet(() -> Words.of(finding.verdict()));
    }

    private static List<Column<Line>> columns(Currency currency) {
        return List.of(
                Column.text("Check", 20, line -> CellContent.text(Words.of(line.check()))),
                Column.text(
                        "Question",
                        27,
                        line -> new CellContent.Text(line.whole() ? line.check().question() : "– part of it")),
                Column.status("Verdict", 18, Statuses.FINDINGS, Line::verdict),
                Column.text(
                        "In words", 54, line -> CellContent.text(line.sentence().english())),
                Column.text(
                        "Figure",
                        22,
                        line -> line.figure() == null
                                ? CellContent.NONE
                                : CellContent.text(Words.figure(line.figure().name()))),
                Column.number("Result", 10, line -> part(line.figure(), CellContent.estimate(line.figure(), currency))),
                Column.number("Likely from", 12, line -> range(line.figure(), low(line.figure()), currency)),
                Column.number("to", 10, line -> range(line.figure(), high(line.figure()), currency)),
                Column.number("Held against", 10, line -> range(line.figure(), threshold(line.figure()), currency)),
                Column.number("Rows", 10, line -> rows(line.figure())),
                Column.text("Reason code", 32, line -> CellContent.text(line.reasonCode())));
    }

    private static CellContent part(@Nullable Figure figure, CellContent content) {
        return figure == null ? CellContent.NONE : content;
    }

    private static CellContent range(@Nullable Figure figure, @Nullable Double value, Currency currency) {
        return figure == null
                ? CellContent.NONE
                : CellContent.numberOr(value, CellContent.format(figure, currency), "–");
    }

    private static CellContent rows(@Nullable Figure figure) {
        return figure == null || figure.n() == null ? CellContent.NONE : CellContent.whole(figure.n());
    }

    private static @Nullable Double low(@Nullable Figure figure) {
        return figure == null ? null : figure.low();
    }

    private static @Nullable Double high(@Nullable Figure figure) {
        return figure == null ? null : figure.high();
    }

    private static @Nullable Double threshold(@Nullable Figure figure) {
        return figure == null ? null : figure.threshold();
    }
}
