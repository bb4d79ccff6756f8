package io.gatehouse.portal.ui.review;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.checks.Figure;
import io.gatehouse.checks.SegmentFigures;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.IntervalPlot;
import io.gatehouse.portal.ui.components.NumbersTable;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.SegmentVerdict;
import io.gatehouse.portal.ui.components.Table;
import io.gatehouse.portal.ui.components.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How well leavers are found in each group beside its reference group: a picture with the agreed band, and the same as a table. */
class SegmentPicture extends Div {
    private static final Comparator<SegmentFigures> WORST_FIRST = Comparator.comparingDouble(SegmentPicture::standing);

    SegmentPicture(List<SegmentFigures> segments) {
        Map<String, List<SegmentFigures>> byAttribute = byAttribute(segments);
        List<IntervalPlot.Row> all = segments.stream().map(SegmentPicture::row).toList();
        Double floor = floor(segments);
        if (floor != null) {
            Paragraph howToRead =
                    new Paragraph(text("review.segment.band", Figures.ratio(floor), Figures.ratio(1 / floor)));
            howToRead.addClassName("gh-caption");
            add(howToRead);
        }
        for (Map.Entry<String, List<SegmentFigures>> attribute : byAttribute.entrySet()) {
            H3 heading = new H3(Reader.attribute(attribute.getKey()));
            heading.addClassName("gh-segment-heading");
            List<SegmentFigures> groups = attribute.getValue();
            add(
                    heading,
                    new IntervalPlot(
                            finding(attribute.getKey(), groups),
                            groups.stream().map(SegmentPicture::row).toList(),
                            axis(all, floor)));
        }
        add(new NumbersTable(table(byAttribute)));
    }

    /** Attributes by their worst group, groups by how they stand, the reference last. */
    static Map<String, List<SegmentFigures>> byAttribute(List<SegmentFigures> segments) {
        Map<String, List<SegmentFigures>> groups = new LinkedHashMap<>();
        segments.stream()
                .sorted(WORST_FIRST)
                .forEach(segment -> groups.computeIfAbsent(segment.attribute(), name -> new ArrayList<>())
                        .add(segment));
        return groups;
    }

    private static double standing(SegmentFigures segment) {
        if (segment.reference()) {
            return Double.MAX_VALUE;
        }
        Double ratio = ratio(segment);
        double order = ratio == null ? 1 : ratio;
        return segment.verdict() == Verdict.FAIL ? order - 10 : order;
    }

    private static @Nullable Double ratio(SegmentFigures segment) {
        Figure ratio = segment.ratio();
        Double estimate = ratio == null ? null : ratio.estimate();
        return estimate == null || estimate.isNaN() ? null : estimate;
    }

    private static @Nullable Double floor(List<SegmentFigures> segments) {
        return segments.stream()
                .map(SegmentFigures::ratio)
                .filter(ratio -> ratio != null && ratio.threshold() != null)
                .map(Figure::threshold)
                .findFirst()
                .orElse(null);
    }

    private static IntervalPlot.Axis axis(List<IntervalPlot.Row> rows, @Nullable Double floor) {
        IntervalPlot.Axis axis = IntervalPlot.Axis.around(rows, 1, "");
        double from = Math.max(0, Math.min(axis.from(), 0.7));
        double to = Math.min(Math.max(axis.to(), 1.3), 2);
        return floor == null
                ? new IntervalPlot.Axis(from, to, null, null, "")
                : new IntervalPlot.Axis(from, to, floor, 1 / floor, "");
    }

    private static IntervalPlot.Row row(SegmentFigures segment) {
        Figure ratio = segment.ratio();
        if (segment.reference()) {
            return new IntervalPlot.Row(segment.group(), 1.0, null, null, Tone.NONE, text("review.segment.reference"));
        }
        String n = Figures.whole(segment.counts().positives());
        if (ratio == null || ratio(segment) == null) {
            return new IntervalPlot.Row(segment.group(), null, null, null, Tone.NONE, text("review.segment.few", n));
        }
        boolean few = segment.verdict() == Verdict.INCONCLUSIVE && segment.neededCustomers() != null;
        String words = FigureWords.withInterval(ratio) + (few ? " · " + text("review.segment.few", n) : "");
        return new IntervalPlot.Row(
                segment.group(),
                ratio.estimate(),
                ratio.low(),
                ratio.high(),
                FigureWords.tone(segment.verdict()),
                words);
    }

    private static String finding(String attribute, List<SegmentFigures> groups) {
        return text(
                "review.segment.finding",
                Reader.attribute(attribute),
                groups.getFirst().sentence().in(Reader.language()));
    }

    private static Table table(Map<String, List<SegmentFigures>> byAttribute) {
        Table table = new Table(text("review.segment.table"))
                .column(text("review.segment.group"))
                .column(text("review.segment.met"))
                .numberColumn(text("review.segment.customers"))
                .numberColumn(text("review.segment.leavers"))
                .numberColumn(text("review.segment.found"))
                .numberColumn(text("review.segment.ratio"))
                .numberColumn(text("review.segment.difference"))
                .numberColumn(text("review.segment.false-alarms"))
                .numberColumn(text("review.segment.precision"))
                .numberColumn(text("review.segment.flagged"))
                .numberColumn(text("review.segment.leave"))
                .numberColumn(text("review.segment.needed"))
                .compact();
        byAttribute.values().forEach(groups -> groups.forEach(group -> addRow(table, group)));
        return table;
    }

    /** With how many of equal weight tell as much, where rows are weighted. */
    static String customers(SegmentFigures group) {
        String rows = Figures.whole(group.counts().total());
        Double effective = group.effectiveN();
        return effective == null ? rows : text("review.segment.effective", rows, Figures.whole(Math.round(effective)));
    }

    private static void addRow(Table table, SegmentFigures group) {
        Figure difference = group.difference();
        table.row(
                new Span(Reader.attribute(group.attribute()) + " " + group.group()),
                new SegmentVerdict(group),
                new Span(customers(group)),
                new Span(Figures.whole(group.counts().positives())),
                new Span(FigureWords.withInterval(group.truePositiveRate())),
                new Span(
                        group.reference()
                                ? "1.00"
                                : group.ratio() == null ? Figures.notKnown() : FigureWords.withInterval(group.ratio())),
                new Span(
                        group.reference()
                                ? "–"
                                : difference == null || difference.estimate() == null
                                        ? Figures.notKnown()
                                        : Figures.points(difference.estimate())),
                new Span(Figures.percentFine(group.falsePositiveRate())),
                new Span(Figures.percentFine(group.precision())),
                new Span(Figures.percentFine(group.selectionRate())),
                new Span(Figures.percentFine(group.baseRate())),
                new Span(PairsOfGroups.needed(group)));
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
