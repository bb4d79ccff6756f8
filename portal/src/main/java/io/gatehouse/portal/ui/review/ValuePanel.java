package io.gatehouse.portal.ui.review;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.checks.Figure;
import io.gatehouse.checks.MonthFigures;
import io.gatehouse.checks.ValueFigures;
import io.gatehouse.checks.WorthScenarios;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.NumbersTable;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.Table;
import java.util.Currency;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What acting on the version is worth, what that was counted with, where it comes from, and what it would be otherwise. */
class ValuePanel extends Div {
    private static final int BAR_AREA = 150;

    /**
     * @param month absent in evaluations of before it was counted
     * @param model whose assumptions can be looked up
     */
    ValuePanel(ValueFigures value, @Nullable MonthFigures month, String model) {
        addClassNames("gh-value");
        Div figures = new Div(ValueKeyFigures.of(value, month));
        figures.addClassName("gh-panel");
        Paragraph modelled = new Paragraph(text("review.roi.modelled"));
        modelled.addClassName("gh-modelled");
        add(modelled, figures);
        ValueFigures.AgainstChampion against = value.againstChampion();
        if (against != null) {
            add(new Paragraph(against(against, value.net().currency())));
        }
        if (month != null) {
            add(new MonthPanel(month));
        }
        Div columns = new Div(new AssumptionFacts(value.assumptions(), month, model), new WhatIf(value, month));
        columns.addClassName("gh-columns");
        add(columns, scenarios(WorthScenarios.of(value, month)), deciles(value), new NumbersTable(table(value)));
    }

    /** {@code 4 to 11 months}; a payback that never comes is said in words. */
    static String payback(double low, double high) {
        if (Double.isInfinite(low)) {
            return text("review.roi.payback.never");
        }
        if (Double.isInfinite(high)) {
            return text("review.roi.payback.open", months(low));
        }
        if (months(high).equals("1")) {
            return text("review.roi.payback.month");
        }
        return months(low).equals(months(high))
                ? text("review.roi.payback.one", months(low))
                : text("review.roi.payback.range", months(low), months(high));
    }

    private static String months(double months) {
        return Figures.whole(Math.max(1, Math.ceil(months)));
    }

    private static String against(ValueFigures.AgainstChampion against, Currency currency) {
        Figure difference = against.differencePerCustomer();
        return text("review.roi.against", against.championVersion(), FigureWords.withInterval(difference, currency));
    }

    /** Two of the assumptions at once, since nobody is sure of either. */
    private static Div scenarios(WorthScenarios scenarios) {
        Table table = new Table(text("review.roi.scenarios")).untitled().column(Reader.figure("save_rate"));
        WorthScenarios.SHARES_OF_WORTH.forEach(
                share -> table.numberColumn(text("review.roi.scenarios.worth", Figures.money(scenarios.worth(share)))));
        for (double saveRate : WorthScenarios.SAVE_RATES) {
            table.row(Stream.concat(
                            Stream.of(Figures.percent(saveRate)),
                            WorthScenarios.SHARES_OF_WORTH.stream()
                                    .map(share -> Figures.money(scenarios.net(saveRate, share))))
                    .toArray(String[]::new));
        }
        Div panel = new Div(
                new H3(text("review.roi.scenarios")), caption(text("review.roi.scenarios.words")), table.compact());
        panel.addClassNames("gh-panel", "gh-stack");
        return panel;
    }

    /** Cumulative worth from the highest scores down: where the line bends, contacting more stops paying. */
    private static Div deciles(ValueFigures value) {
        Div picture = new Div(new Svg(bars(value)));
        picture.addClassName("gh-deciles");
        // On a telephone it scrolls sideways, and whoever has no pointer must be able to.
        picture.getElement().setAttribute("tabindex", "0");
        picture.getElement().setAttribute("role", "img").setAttribute("aria-label", text("review.roi.deciles.finding"));
        Div panel = new Div(new H3(text("review.roi.deciles")), caption(text("review.roi.deciles.words")), picture);
        panel.addClassNames("gh-panel", "gh-stack");
        return panel;
    }

    private static Paragraph caption(String words) {
        Paragraph line = new Paragraph(words);
        line.addClassName("gh-caption");
        return line;
    }

    private static String bars(ValueFigures value) {
        double most = value.deciles().stream()
                .mapToDouble(d -> d.net().amount().doubleValue())
                .max()
                .orElse(0);
        double least = value.deciles().stream()
                .mapToDouble(d -> d.net().amount().doubleValue())
                .min()
                .orElse(0);
        double top = Math.max(most, 0);
        double span = Math.max(top - Math.min(least, 0), 1);
        double zero = 24 + top / span * BAR_AREA;
        StringBuilder svg = new StringBuilder(
                "<svg class='gh-plot' width='100%' height='" + (BAR_AREA + 68) + "' aria-hidden='true'>");
        for (ValueFigures.Decile decile : value.deciles()) {
            double net = decile.net().amount().doubleValue();
            double height = Math.abs(net) / span * BAR_AREA;
            double left = (decile.decile() - 1) * 10.0;
            double y = net >= 0 ? zero - height : zero;
            svg.append(draw(
                    "<rect class='%s' x='%.2f%%' y='%.1f' width='7%%' height='%.1f' rx='3'/>",
                    net >= 0 ? "gain" : "loss", left + 1.5, y, Math.max(height, 1)));
            svg.append(draw(
                    "<text class='small' text-anchor='middle' x='%.2f%%' y='%.1f'>%s</text>",
                    left + 5, net >= 0 ? y - 6 : y + height + 15, Figures.moneyShort(decile.net())));
            svg.append(draw(
                    "<text class='muted small' text-anchor='middle' x='%.2f%%' y='%d'>%d</text>",
                    left + 5, BAR_AREA + 62, decile.decile()));
        }
        return svg.append(draw("<line class='zero' x1='0' x2='100%%' y1='%1$.1f' y2='%1$.1f'/></svg>", zero))
                .toString();
    }

    private static String draw(String shape, Object... values) {
        return String.format(Locale.ROOT, shape, values);
    }

    private static Table table(ValueFigures value) {
        Table table = new Table(text("review.roi.table"))
                .column(text("review.roi.tenth"))
                .numberColumn(text("review.segment.customers"))
                .numberColumn(text("review.segment.leavers"))
                .numberColumn(text("review.roi.net"))
                .numberColumn(text("review.roi.cumulative"))
                .compact();
        value.deciles()
                .forEach(decile -> table.row(
                        String.valueOf(decile.decile()),
                        Figures.whole(decile.customers()),
                        Figures.whole(decile.leavers()),
                        Figures.money(decile.net()),
                        Figures.money(decile.cumulativeNet())));
        return table;
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
