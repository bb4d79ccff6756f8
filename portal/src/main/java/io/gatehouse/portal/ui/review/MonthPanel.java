package io.gatehouse.portal.ui.review;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.checks.MonthFigures;
import io.gatehouse.money.Money;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.NumbersTable;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.Table;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the net of a month hangs on: each input with what the month would net at the ends of what it might be, the widest first. */
class MonthPanel extends Div {
    private final transient MonthFigures month;
    private final double from;
    private final double to;

    MonthPanel(MonthFigures month) {
        this.month = month;
        this.from = Math.min(
                0, month.hangsOn().stream().mapToDouble(MonthPanel::least).min().orElse(0));
        this.to = Math.max(
                1, month.hangsOn().stream().mapToDouble(MonthPanel::most).max().orElse(1));
        addClassNames("gh-panel", "gh-stack");
        Paragraph howToRead = new Paragraph(text("review.month.read", net(month)));
        howToRead.addClassName("gh-caption");
        Div picture = new Div();
        picture.addClassNames("gh-intervals", "gh-tornado");
        picture.getElement().setAttribute("role", "img").setAttribute("aria-label", finding());
        month.hangsOn().forEach(bar -> picture.add(line(bar)));
        add(new H3(text("review.month")), howToRead, picture, new NumbersTable(table()));
    }

    private String finding() {
        return text("review.month.finding") + " "
                + month.hangsOn().stream()
                        .map(bar -> Reader.word(bar.input()) + ": " + words(bar) + ".")
                        .collect(Collectors.joining(" "));
    }

    private Div line(MonthFigures.Bar bar) {
        Span label = new Span(Reader.word(bar.input()));
        label.addClassName("gh-intervals-label");
        Span words = new Span(words(bar));
        words.addClassNames("gh-intervals-words", "gh-caption");
        Div track = new Div(new Svg(track(bar)));
        track.addClassName("gh-intervals-track");
        Div line = new Div(label, track, words);
        line.addClassName("gh-intervals-row");
        return line;
    }

    private static String words(MonthFigures.Bar bar) {
        boolean rising = least(bar) == amount(bar.netAtLow());
        String range = text(
                "review.month.range",
                Figures.moneyShort(rising ? bar.netAtLow() : bar.netAtHigh()),
                Figures.moneyShort(rising ? bar.netAtHigh() : bar.netAtLow()));
        return bar.turnsTheSign() ? text("review.month.turns", range) : range;
    }

    private String track(MonthFigures.Bar bar) {
        StringBuilder svg = new StringBuilder("<svg class='gh-plot' width='100%' height='28' aria-hidden='true'>");
        svg.append(draw("<line class='zero' x1='%1$.2f%%' x2='%1$.2f%%' y1='0' y2='28'/>", at(0)));
        stretch(svg, "loss", least(bar), Math.min(0, most(bar)));
        stretch(svg, "gain", Math.max(0, least(bar)), most(bar));
        Double net = month.net().estimate();
        if (net != null) {
            svg.append(draw("<line class='target' x1='%1$.2f%%' x2='%1$.2f%%' y1='0' y2='28'/>", at(net)));
        }
        return svg.append("</svg>").toString();
    }

    /** A loss is thinner than a gain, so that they are told apart without colour. */
    private void stretch(StringBuilder svg, String kind, double low, double high) {
        if (high > low) {
            boolean loss = kind.equals("loss");
            svg.append(draw(
                    "<rect class='%s' x='%.2f%%' y='%d' width='%.2f%%' height='%d'/>",
                    kind, at(low), loss ? 10 : 5, Math.max(at(high) - at(low), 0.3), loss ? 8 : 18));
        }
    }

    private double at(double amount) {
        return (amount - from) / (to - from) * 100;
    }

    private static double least(MonthFigures.Bar bar) {
        return Math.min(amount(bar.netAtLow()), amount(bar.netAtHigh()));
    }

    private static double most(MonthFigures.Bar bar) {
        return Math.max(amount(bar.netAtLow()), amount(bar.netAtHigh()));
    }

    private static double amount(Money money) {
        return money.amount().doubleValue();
    }

    private Table table() {
        Table table = new Table(text("review.month.table"))
                .column(text("review.month.input"))
                .numberColumn(text("review.month.low"))
                .numberColumn(text("review.month.assumed"))
                .numberColumn(text("review.month.high"))
                .numberColumn(text("review.month.net.low"))
                .numberColumn(text("review.month.net.high"))
                .column(text("review.month.sign"))
                .compact();
        month.hangsOn()
                .forEach(bar -> table.row(
                        Reader.word(bar.input()),
                        input(bar, bar.low()),
                        input(bar, bar.assumed()),
                        input(bar, bar.high()),
                        Figures.money(bar.netAtLow()),
                        Figures.money(bar.netAtHigh()),
                        text(bar.turnsTheSign() ? "review.month.sign.yes" : "review.month.sign.no")));
        return table;
    }

    private static String input(MonthFigures.Bar bar, double value) {
        return switch (bar.input()) {
            case SAVE_RATE, CONTACTED_SHARE, PRECISION -> Figures.percentFine(value);
            case CUSTOMERS -> Figures.whole(value);
            case CUSTOMER_VALUE, OFFER_COST, CONTACT_COST, RUNNING_COST ->
                Figures.money(Money.of(value, bar.netAtLow().currency()));
        };
    }

    /** {@code $44K}. */
    static String net(MonthFigures month) {
        Double net = month.net().estimate();
        return net == null
                ? Figures.notKnown()
                : Figures.moneyShort(Money.of(net, month.customerValue().currency()));
    }

    private static String draw(String shape, Object... values) {
        return String.format(Locale.ROOT, shape, values);
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
