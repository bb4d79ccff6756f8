package io.gatehouse.portal.ui.components;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.fairness.value.SafeBand;
import io.gatehouse.fairness.value.SafeBand.Point;
import io.gatehouse.fairness.verdicts.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All thresholds from left to right, one row for each check that hangs on them and one for the length of the list. A verdict has a shape
 * as well as a colour: a tall bar passes, an open one is too close to call, a thin line fails. Every row says in words where it passes.
 */
public class SafeBandPicture extends Div {
    private final transient SafeBand band;

    /** @param finding what the picture shows, for those who do not see it */
    public SafeBandPicture(SafeBand band, String finding) {
        this.band = band;
        addClassNames("gh-intervals", "gh-safe-band");
        List<Row> rows = List.of(
                row("review.way-out.performance", point -> point.verdicts().performance()),
                row("review.way-out.fairness", point -> point.verdicts().fairness()),
                row("review.way-out.roi", point -> point.verdicts().value()),
                row("review.way-out.all", point -> point.verdicts().all()));
        getElement()
                .setAttribute("role", "img")
                .setAttribute(
                        "aria-label",
                        finding + " "
                                + rows.stream()
                                        .map(row -> row.label() + ": " + row.words() + ".")
                                        .collect(Collectors.joining(" ")));
        rows.forEach(row -> add(line(row.label(), verdicts(row.verdict()), row.words())));
        add(
                line(text("review.way-out.list"), lengths(), listWords()),
                line(text("review.way-out.threshold"), axis(), marks()));
    }

    private record Row(String label, String words, Function<Point, Verdict> verdict) {}

    private Row row(String key, Function<Point, Verdict> verdict) {
        return new Row(text(key), passes(verdict), verdict);
    }

    /** Where it passes, in words. */
    private String passes(Function<Point, Verdict> verdict) {
        List<String> runs = new ArrayList<>();
        for (Stretch stretch : stretches(verdict)) {
            if (stretch.verdict() == Verdict.PASS) {
                runs.add(thresholds(stretch.from(), stretch.to()));
            }
        }
        if (runs.isEmpty()) {
            boolean applies = band.points().stream().anyMatch(point -> verdict.apply(point) != Verdict.NOT_APPLICABLE);
            return text(applies ? "review.way-out.nowhere" : "review.way-out.not-asked");
        }
        return text("review.way-out.passes", String.join(", ", runs));
    }

    private record Stretch(Verdict verdict, int from, int to) {}

    private List<Stretch> stretches(Function<Point, Verdict> verdict) {
        List<Stretch> stretches = new ArrayList<>();
        for (Point point : band.points()) {
            Verdict found = verdict.apply(point);
            if (!stretches.isEmpty() && stretches.getLast().verdict() == found) {
                Stretch before = stretches.removeLast();
                stretches.add(new Stretch(found, before.from(), point.percent()));
            } else {
                stretches.add(new Stretch(found, point.percent(), point.percent()));
            }
        }
        return stretches;
    }

    private String verdicts(Function<Point, Verdict> verdict) {
        StringBuilder svg = new StringBuilder("<svg class='gh-plot' width='100%' height='28' aria-hidden='true'>");
        for (Stretch stretch : stretches(verdict)) {
            double left = stretch.from() - 0.5;
            double width = stretch.to() - stretch.from() + 1.0;
            svg.append(
                    switch (stretch.verdict()) {
                        case PASS ->
                            draw("<rect class='is-ok' x='%.1f%%' y='4' width='%.1f%%' height='20'/>", left, width);
                        case INCONCLUSIVE ->
                            draw(
                                    "<rect class='is-watch open' x='%.1f%%' y='9' width='%.1f%%' height='10'/>",
                                    left, width);
                        case FAIL, ERROR ->
                            draw("<rect class='is-act' x='%.1f%%' y='13' width='%.1f%%' height='2'/>", left, width);
                        case NOT_APPLICABLE -> "";
                    });
        }
        return svg.append(lines(28)).append("</svg>").toString();
    }

    /** How many would be contacted, as an area that falls from left to right. */
    private String lengths() {
        long most = Math.max(1, band.points().getFirst().listLength());
        String corners = band.points().stream()
                .map(point -> draw("%d,%.2f", point.percent(), 27 - 25.0 * point.listLength() / most))
                .collect(Collectors.joining(" "));
        return "<svg class='gh-plot' width='100%' height='28' aria-hidden='true'>"
                + "<svg width='100%' height='28' viewBox='0 0 100 28' preserveAspectRatio='none'><polygon class='list' points='1,27 "
                + corners + " 99,27'/></svg>" + lines(28) + "</svg>";
    }

    /** The acting threshold as a line; the nearest that passes as a broken one. */
    private String lines(int height) {
        String acting = draw("<line class='acting' x1='%1$d%%' x2='%1$d%%' y1='0' y2='%2$d'/>", band.acting(), height);
        return band.nearestPassing()
                .filter(point -> point.percent() != band.acting())
                .map(point -> acting
                        + draw(
                                "<line class='target' x1='%1$d%%' x2='%1$d%%' y1='0' y2='%2$d'/>",
                                point.percent(), height))
                .orElse(acting);
    }

    private String axis() {
        StringBuilder svg = new StringBuilder("<svg class='gh-plot' width='100%' height='28' aria-hidden='true'>");
        svg.append(lines(9));
        for (int percent : new int[] {1, 25, 50, 75, 99}) {
            String anchor = percent == 1 ? "start" : percent == 99 ? "end" : "middle";
            svg.append(draw(
                    "<text class='muted small' text-anchor='%s' x='%d%%' y='24'>%d %%</text>",
                    anchor, percent, percent));
        }
        return svg.append("</svg>").toString();
    }

    private String listWords() {
        String now = Figures.whole(band.actingPoint().listLength());
        return band.nearestPassing()
                .filter(point -> point.percent() != band.acting())
                .map(point -> text("review.way-out.list.both", now, Figures.whole(point.listLength())))
                .orElseGet(() -> text("review.way-out.list.now", now));
    }

    private String marks() {
        return band.nearestPassing()
                .filter(point -> point.percent() != band.acting())
                .map(point -> text("review.way-out.marks", band.acting(), point.percent()))
                .orElseGet(() -> text("review.way-out.mark", band.acting()));
    }

    /** {@code 14 % to 31 %}. */
    public static String thresholds(int from, int to) {
        return from == to ? from + " %" : text("review.way-out.range", from, to);
    }

    private static Div line(String name, String svg, String said) {
        Span label = new Span(name);
        label.addClassName("gh-intervals-label");
        Span words = new Span(said);
        words.addClassNames("gh-intervals-words", "gh-caption");
        Div track = new Div(new Svg(svg));
        track.addClassName("gh-intervals-track");
        Div line = new Div(label, track, words);
        line.addClassName("gh-intervals-row");
        return line;
    }

    private static String draw(String shape, Object... values) {
        return String.format(Locale.ROOT, shape, values);
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
