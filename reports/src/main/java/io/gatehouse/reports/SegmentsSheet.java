package io.gatehouse.reports;

import io.gatehouse.checks.CheckName;
import io.gatehouse.checks.CheckResult;
import io.gatehouse.checks.Figure;
import io.gatehouse.checks.SegmentFigures;
import io.gatehouse.sentences.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Fairness by segment: the four counts, the rates, what they are compared with, and the verdict of each group. */
final class SegmentsSheet {
    /** Where the customers stand among the columns. */
    private static final int CUSTOMERS = 3;

    private SegmentsSheet() {}

    static void write(ReportWorkbook report, List<CheckResult> checks) {
        SheetWriter writer = report.sheet(
                "Segments",
                "Fairness by segment",
                "Does it find leavers equally well in every segment? At the acting threshold; ranges are 95 % for shares, 90 % for"
                        + " ratios and differences.");
        List<SegmentFigures> segments = checks.stream()
                .filter(check -> check.check() == CheckName.FAIRNESS)
                .flatMap(check -> check.segments().stream())
                .toList();
        writer.mainTable("segments", columns(13, 16, segments), segments.iterator(), 3, "No segment was judged.");
        SheetWriter rates = report.sheet(
                "Segment rates",
                "Other rates by segment",
                "Shown, not judged: how often it is wrong about stayers, how often it is right, and how many leave.");
        rates.mainTable("segment_rates", rates(), segments.iterator(), 2, "No segment was judged.");
        pairs(report, checks);
    }

    private static void pairs(ReportWorkbook report, List<CheckResult> checks) {
        SheetWriter writer = report.sheet(
                "Pairs",
                "Groups of two attributes",
                "Worst first; those too few to judge are listed last, and none is dropped. Ranges are 95 % for shares, 90 % for ratios"
                        + " and differences.");
        List<SegmentFigures> pairs = checks.stream()
                .filter(check -> check.check() == CheckName.FAIRNESS)
                .flatMap(check -> check.crossings().stream())
                .sorted(SegmentFigures.WORST_FIRST)
                .toList();
        writer.mainTable("pairs", columns(23, 20, pairs), pairs.iterator(), 3, "No pair of attributes was judged.");
    }

    /** With the effective rows beside the rows where these are weighted. */
    private static List<Column<SegmentFigures>> columns(int attribute, int group, List<SegmentFigures> segments) {
        List<Column<SegmentFigures>> columns = new ArrayList<>(columns(attribute, group));
        if (segments.stream().anyMatch(segment -> segment.effectiveN() != null)) {
            columns.add(
                    CUSTOMERS + 1,
                    Column.number(
                            "Tell as much as",
                            11,
                            segment -> segment.effectiveN() == null
                                    ? CellContent.NONE
                                    : CellContent.whole(Math.round(segment.effectiveN()))));
        }
        return columns;
    }

    /** Widths in characters: the names of two attributes, or of two groups, take more than one. */
    private static List<Column<SegmentFigures>> columns(int attribute, int group) {
        return List.of(
                Column.text(
                        "Attribute", attribute, segment -> CellContent.text(Words.sentenceCase(segment.attribute()))),
                Column.text("Group", group, segment -> CellContent.text(segment.group())),
                Column.status("Verdict", 18, Statuses.SEGMENT_VERDICTS, Statuses::segment),
                count("Customers", segment -> segment.counts().total()),
                count("Leavers", segment -> segment.counts().positives()),
                count("Leavers found", segment -> segment.counts().truePositives()),
                count("Leavers missed", segment -> segment.counts().falseNegatives()),
                share("Share of leavers found", SegmentFigures::truePositiveRate, Figure::estimate),
                share("Likely from", SegmentFigures::truePositiveRate, Figure::low),
                share("to", SegmentFigures::truePositiveRate, Figure::high),
                compared("Ratio to reference", SegmentFigures::ratio, Figure::estimate, CellContent.RATIO),
                compared("Likely from", SegmentFigures::ratio, Figure::low, CellContent.RATIO),
                compared("to", SegmentFigures::ratio, Figure::high, CellContent.RATIO),
                compared("Difference to reference", SegmentFigures::difference, Figure::estimate, CellContent.SHARE),
                compared("Likely from", SegmentFigures::difference, Figure::low, CellContent.SHARE),
                compared("to", SegmentFigures::difference, Figure::high, CellContent.SHARE),
                Column.number(
                        "Customers needed for a verdict",
                        12,
                        segment -> segment.neededCustomers() == null
                                ? CellContent.NONE
                                : CellContent.whole(segment.neededCustomers())));
    }

    private static List<Column<SegmentFigures>> rates() {
        return List.of(
                Column.text("Attribute", 13, segment -> CellContent.text(Words.sentenceCase(segment.attribute()))),
                Column.text("Group", 24, segment -> CellContent.text(segment.group())),
                count("Customers", segment -> segment.counts().total()),
                count("Stayers flagged", segment -> segment.counts().falsePositives()),
                count("Stayers left alone", segment -> segment.counts().trueNegatives()),
                rate("Stayers flagged, share", SegmentFigures::falsePositiveRate),
                rate("Flagged who leave", SegmentFigures::precision),
                rate("Flagged, of all", SegmentFigures::selectionRate),
                rate("Leave, of all", SegmentFigures::baseRate),
                Column.text("Reason code", 36, segment -> CellContent.text(segment.reasonCode())));
    }

    private static Column<SegmentFigures> count(String title, Function<SegmentFigures, Long> count) {
        return Column.number(title, 11, segment -> CellContent.whole(count.apply(segment)));
    }

    private static Column<SegmentFigures> rate(String title, Function<SegmentFigures, Double> rate) {
        return Column.number(title, 11, segment -> CellContent.share(rate.apply(segment)));
    }

    private static Column<SegmentFigures> share(
            String title, Function<SegmentFigures, Figure> figure, Function<Figure, @Nullable Double> part) {
        return Column.number(title, 11, segment -> CellContent.share(part.apply(figure.apply(segment))));
    }

    /** A figure that the group which others are compared with does not have. */
    private static Column<SegmentFigures> compared(
            String title,
            Function<SegmentFigures, @Nullable Figure> figure,
            Function<Figure, @Nullable Double> part,
            String format) {
        return Column.number(title, 11, segment -> {
            Figure found = figure.apply(segment);
            if (found == null) {
                return segment.reference() ? CellContent.NONE : new CellContent.Absent(InWords.NOT_KNOWN);
            }
            return CellContent.number(part.apply(found), format);
        });
    }
}
