package io.gatehouse.portal.ui.review;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.checks.CheckResult;
import io.gatehouse.checks.Figure;
import io.gatehouse.checks.Finding;
import io.gatehouse.checks.MonthFigures;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** For the statistician: every figure of a check with its interval, how that was computed, at what confidence, on how many rows. */
class HowSure extends Details {
    private HowSure(CheckResult check, List<Figure> figures) {
        addClassName("gh-numbers");
        setSummaryText(text("review.sure"));
        Table table = new Table(text("review.sure.table", Reader.word(check.check())))
                .column(text("review.sure.figure"))
                .numberColumn(text("review.sure.estimate"))
                .numberColumn(text("review.sure.interval"))
                .numberColumn(text("review.sure.n"))
                .numberColumn(text("review.sure.threshold"))
                .column(text("review.sure.method"))
                .compact();
        figures.forEach(figure -> table.row(
                new Span(name(check, figure)),
                new Span(Figures.estimate(figure, check.currency())),
                new Span(orDash(Figures.interval(figure, check.currency()))),
                new Span(figure.n() == null ? "–" : Figures.whole(figure.n())),
                new Span(orDash(Figures.threshold(figure, check.currency()))),
                new Span(method(figure.name()))));
        add(table);
    }

    /** Empty where the check rests on no figure. */
    static Optional<HowSure> of(CheckResult check) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        all(check)
                .filter(figure -> figure.estimate() != null)
                .forEach(figure -> figures.putIfAbsent(key(figure), figure));
        return figures.isEmpty()
                ? Optional.empty()
                : Optional.of(new HowSure(check, new ArrayList<>(figures.values())));
    }

    private static Stream<Figure> all(CheckResult check) {
        MonthFigures month = check.month();
        return Stream.of(
                        Stream.ofNullable(check.headline()),
                        check.findings().stream().map(Finding::figure).filter(Objects::nonNull),
                        month == null
                                ? Stream.<Figure>empty()
                                : Stream.of(month.net(), month.returnOnCost(), month.breakEvenSaveRate()))
                .flatMap(figures -> figures);
    }

    private static String name(CheckResult check, Figure figure) {
        MonthFigures month = check.month();
        return month == null ? FigureWords.name(figure) : Reader.figure(month.wordFor(figure));
    }

    private static String key(Figure figure) {
        return figure.name() + " " + figure.estimate() + " " + figure.low();
    }

    private static String method(String name) {
        String key = "review.method." + name;
        String words = text(key);
        // A key without a translation reads as itself.
        return words.contains(key) ? "–" : words;
    }

    private static String orDash(String words) {
        return words.isEmpty() ? "–" : words;
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
