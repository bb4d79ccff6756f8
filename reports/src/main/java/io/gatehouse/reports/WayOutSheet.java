package io.gatehouse.reports;

import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.fairness.value.SafeBand;
import io.gatehouse.fairness.value.SafeBand.Point;
import io.gatehouse.promotion.WayOutWords;
import io.gatehouse.sentences.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What would change the outcome, and what the checks conclude at every threshold. */
final class WayOutSheet {
    static final String NAME = "Way out";

    private WayOutSheet() {}

    static void write(ReportWorkbook report, @Nullable Evaluation evaluation) {
        SheetWriter writer = report.sheet(
                NAME,
                "What would change it",
                "The checks at every threshold from 1 to 99 %, on the rows that were judged; a threshold taken from here is to be"
                        + " judged again on others.");
        if (evaluation != null) {
            WayOutWords.of(evaluation).forEach(sentence -> writer.note(sentence.english()));
        }
        writer.space();
        SafeBand band = evaluation == null ? null : evaluation.wayOut();
        List<Point> points = band == null ? List.of() : band.points();
        writer.mainTable("way_out", columns(band), points.iterator(), 1, "Other thresholds were not tried.");
    }

    private static List<Column<Point>> columns(@Nullable SafeBand band) {
        return List.of(
                Column.number("Threshold", 12, point -> new CellContent.Numeric(point.percent() / 100.0, "0 %")),
                Column.status(
                        "Performance",
                        20,
                        Statuses.VERDICTS,
                        point -> Words.of(point.verdicts().performance())),
                Column.status(
                        "Fairness",
                        20,
                        Statuses.VERDICTS,
                        point -> Words.of(point.verdicts().fairness())),
                Column.status(
                        "ROI",
                        20,
                        Statuses.VERDICTS,
                        point -> Words.of(point.verdicts().value())),
                Column.status(
                        "All three",
                        20,
                        Statuses.VERDICTS,
                        point -> Words.of(point.verdicts().all())),
                Column.number("Customers on the list, a month", 18, point -> CellContent.whole(point.listLength())),
                Column.text("Which", 34, point -> CellContent.textOr(which(point, band), "–")));
    }

    private static String which(Point point, @Nullable SafeBand band) {
        if (band == null) {
            return "";
        }
        if (point.percent() == band.acting()) {
            return "the acting threshold";
        }
        return band.nearestPassing().filter(point::equals).isPresent() ? "the nearest that passes" : "";
    }
}
