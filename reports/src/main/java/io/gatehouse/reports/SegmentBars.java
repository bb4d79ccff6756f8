package io.gatehouse.reports;

import io.gatehouse.checks.SegmentFigures;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.sentences.Words;
import java.util.List;
import java.util.Locale;

/** The picture of fairness: of those who leave, how many the version finds in each segment, with intervals. */
final class SegmentBars {
    static final String NOTHING = "No segment was judged, so there is nothing to draw.";

    private SegmentBars() {}

    static Bars of(List<SegmentFigures> segments) {
        int focus = worst(segments);
        List<Bars.Bar> bars = segments.stream()
                .map(segment -> Bars.Bar.between(
                        label(segment),
                        segment.truePositiveRate().estimate(),
                        segment.truePositiveRate().low(),
                        segment.truePositiveRate().high()))
                .toList();
        return new Bars(
                finding(segments, focus),
                "Bar chart with intervals: of 100 customers who leave, how many the version finds, by segment. "
                        + finding(segments, focus) + ". The table at its left holds the same numbers.",
                "Segment",
                "Leavers found",
                CellContent.SHARE,
                bars,
                focus);
    }

    private static String label(SegmentFigures segment) {
        String name = Words.sentenceCase(segment.attribute()) + " " + segment.group();
        return segment.verdict() == Verdict.PASS
                ? name
                : name + " (" + Statuses.segment(segment).toLowerCase(Locale.ROOT) + ")";
    }

    /** The segment that the picture is about: the lowest rate among those that failed; −1 if none failed. */
    private static int worst(List<SegmentFigures> segments) {
        int worst = -1;
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < segments.size(); i++) {
            Double rate = segments.get(i).truePositiveRate().estimate();
            if (segments.get(i).verdict() == Verdict.FAIL && rate != null && rate < lowest) {
                worst = i;
                lowest = rate;
            }
        }
        return worst;
    }

    private static String finding(List<SegmentFigures> segments, int focus) {
        if (focus >= 0) {
            SegmentFigures worst = segments.get(focus);
            Double rate = worst.truePositiveRate().estimate();
            return "It finds too few leavers in " + InWords.spaced(worst.attribute()) + " " + worst.group() + ": "
                    + InWords.share(rate == null ? Double.NaN : rate);
        }
        double[] rates = segments.stream()
                .map(segment -> segment.truePositiveRate().estimate())
                .mapToDouble(rate -> rate == null ? Double.NaN : rate)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return rates.length == 0
                ? "Leavers found, by segment"
                : "Leavers found, by segment: from " + InWords.share(rates[0]) + " to "
                        + InWords.share(rates[rates.length - 1]);
    }
}
