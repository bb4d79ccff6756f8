package io.gatehouse.reports;

import io.gatehouse.checks.CheckResult;
import io.gatehouse.checks.Figure;
import io.gatehouse.checks.PerformanceFigures;
import io.gatehouse.checks.PerformanceFigures.CalibrationBand;
import io.gatehouse.fairness.segments.ConfusionCounts;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How well the version tells leavers from stayers, for those who want to know exactly. */
final class PerformanceSheet {
    private PerformanceSheet() {}

    private record Line(
            String label,
            CellContent value,
            CellContent low,
            CellContent high,
            CellContent rows,
            CellContent threshold,
            String words) {}

    private record Band(int number, CalibrationBand band) {}

    static void write(ReportWorkbook report, Optional<CheckResult> check, Currency currency) {
        SheetWriter writer = report.sheet(
                "Performance", "Performance", "Recomputed from the evidence, never taken from what the run logged.");
        PerformanceFigures figures = check.map(CheckResult::performance).orElse(null);
        List<Line> lines = figures == null ? List.of() : lines(figures, currency);
        writer.mainTable("performance", columns(), lines.iterator(), 1, "Performance was not computed.");
        if (figures != null) {
            writer.space().heading("Does it mean what it says?");
            writer.note("Customers in bands of rising score: what the version said on average, and what happened.");
            writer.table("calibration", calibrationColumns(), bands(figures), "No band was computed.");
        }
    }

    private static List<Line> lines(PerformanceFigures figures, Currency currency) {
        List<Line> lines = new ArrayList<>();
        lines.add(line(
                "AUC on test data",
                figures.testAuc(),
                currency,
                "Of a leaver and a stayer taken at random, how often it ranks the leaver higher."));
        lines.add(line(
                "AUC on validation data",
                figures.validationAuc(),
                currency,
                "The same on the data that the settings were chosen with."));
        lines.add(line(
                "Validation less test",
                figures.gap(),
                currency,
                "A large gap means that the settings fit the validation data alone."));
        lines.add(line("AUC of the champion", figures.championAuc(), currency, "On the same test rows."));
        lines.add(line(
                "Version less champion",
                figures.againstChampion(),
                currency,
                "Compared on the same rows, so that chance hits both alike."));
        lines.add(plain(
                "AUC that the run logged",
                CellContent.number(figures.loggedTestAuc(), CellContent.INDEX),
                "For comparison with what was recomputed."));
        lines.add(plain(
                "Brier score",
                CellContent.number(figures.brier(), CellContent.INDEX),
                "Mean squared error of the scores; 0 is perfect."));
        PerformanceFigures.Weighted weighted = figures.weighted();
        if (weighted != null) {
            lines.add(count(
                    "Customers stood for",
                    Math.round(weighted.customers()),
                    "By the weights in the column " + weighted.column()
                            + "; figures above and shares below are weighted."));
            lines.add(count(
                    "Rows of equal weight",
                    Math.round(weighted.effectiveRows()),
                    "That would tell as much as the test rows do."));
            lines.add(line(
                    "Leavers found, share", weighted.found(), currency, "Of the leavers that the rows stand for."));
            lines.add(line("Flagged who leave", weighted.right(), currency, "Of all flagged that the rows stand for."));
        }
        ConfusionCounts counts = figures.atThreshold();
        lines.add(count("Leavers found", counts.truePositives(), "Flagged at the acting threshold, and they left."));
        lines.add(count("Leavers missed", counts.falseNegatives(), "Not flagged, and they left."));
        lines.add(count("Stayers flagged", counts.falsePositives(), "Flagged, and they stayed."));
        lines.add(count("Stayers left alone", counts.trueNegatives(), "Not flagged, and they stayed."));
        return lines;
    }

    private static List<Column<Line>> columns() {
        return List.of(
                Column.text("Figure", 28, line -> new CellContent.Text(line.label())),
                Column.number("Value", 14, Line::value),
                Column.number("Likely from", 14, Line::low),
                Column.number("to", 14, Line::high),
                Column.number("Rows", 12, Line::rows),
                Column.number("Held against", 15, Line::threshold),
                Column.text("In words", 76, line -> new CellContent.Text(line.words())));
    }

    private static Iterator<Band> bands(PerformanceFigures figures) {
        List<CalibrationBand> bands = figures.calibration();
        return IntStream.range(0, bands.size())
                .mapToObj(i -> new Band(i + 1, bands.get(i)))
                .iterator();
    }

    private static List<Column<Band>> calibrationColumns() {
        return List.of(
                Column.text("Band", 28, band -> CellContent.whole((long) band.number())),
                Column.number(
                        "Customers", 14, band -> CellContent.whole(band.band().rows())),
                Column.number("Said", 14, band -> CellContent.share(band.band().meanScore())),
                Column.number(
                        "Happened", 14, band -> CellContent.share(band.band().observedRate())));
    }

    private static Line line(String label, @Nullable Figure figure, Currency currency, String words) {
        if (figure == null) {
            return plain(label, new CellContent.Absent(InWords.NOT_KNOWN), words);
        }
        String format = CellContent.format(figure, currency);
        return new Line(
                label,
                CellContent.number(figure.estimate(), format),
                CellContent.numberOr(figure.low(), format, "–"),
                CellContent.numberOr(figure.high(), format, "–"),
                figure.n() == null ? CellContent.NONE : CellContent.whole(figure.n()),
                CellContent.numberOr(figure.threshold(), format, "–"),
                words);
    }

    private static Line count(String label, long count, String words) {
        return plain(label, CellContent.whole(count), words);
    }

    private static Line plain(String label, CellContent value, String words) {
        return new Line(label, value, CellContent.NONE, CellContent.NONE, CellContent.NONE, CellContent.NONE, words);
    }
}
