package io.gatehouse.portal.ui.review;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.checks.Figure;
import io.gatehouse.checks.MonthFigures;
import io.gatehouse.checks.SegmentFigures;
import io.gatehouse.checks.ValueFigures;
import io.gatehouse.money.Money;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.Table;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Figures that a review need not show and a workbook has: the four counts of each group, and all that a campaign comes to. */
final class FullNumbers {
    private FullNumbers() {}

    static Table counts(String caption, List<SegmentFigures> groups) {
        Table table = new Table(caption)
                .untitled()
                .column(text("review.segment.group"))
                .column(text("check.attribute"))
                .numberColumn(text("review.segment.customers"))
                .numberColumn(text("review.segment.leavers"))
                .numberColumn(text("check.found"))
                .numberColumn(text("check.missed"))
                .numberColumn(text("check.flagged"))
                .numberColumn(text("check.left-alone"))
                .numberColumn(text("review.segment.difference"))
                .column(text("check.reason"))
                .compact();
        groups.forEach(group -> table.row(
                group.group(),
                Reader.attribute(group.attribute()),
                Figures.whole(group.counts().total()),
                Figures.whole(group.counts().positives()),
                Figures.whole(group.counts().truePositives()),
                Figures.whole(group.counts().falseNegatives()),
                Figures.whole(group.counts().falsePositives()),
                Figures.whole(group.counts().trueNegatives()),
                group.difference() == null ? "–" : FigureWords.withInterval(group.difference()),
                group.reasonCode()));
        return table;
    }

    static Div of(ValueFigures value, @Nullable MonthFigures month) {
        Currency currency = value.net().currency();
        Table table = new Table(text("check.value"))
                .untitled()
                .column(text("check.figure"))
                .numberColumn(text("check.amount"))
                .compact();
        table.row(text("check.customers"), Figures.whole(value.customers()));
        table.row(text("review.roi.contacted"), Figures.whole(value.contacted()));
        table.row(text("check.reached"), Figures.whole(value.leaversContacted()));
        table.row(text("check.threshold"), Figures.percentFine(value.threshold()));
        table.row(text("check.benefit"), Figures.money(value.benefit()));
        table.row(text("check.cost"), Figures.money(value.cost()));
        table.row(text("check.net"), Figures.money(value.net()));
        table.row(Reader.figure("return_on_cost"), Figures.percent(value.returnOnCost()));
        table.row(Reader.figure("net_per_customer"), FigureWords.withInterval(value.netPerCustomer(), currency));
        table.row(Reader.figure("net_per_month"), Figures.money(value.netPerMonth()));
        table.row(Reader.figure("payback"), ValuePanel.payback(value.paybackMonthsLow(), value.paybackMonthsHigh()));
        table.row(text("check.pays-from"), Figures.percentFine(value.breakEvenScore()));
        ValueFigures.AgainstChampion against = value.againstChampion();
        if (against != null) {
            table.row(text("check.champion.net", against.championVersion()), Figures.money(against.championNet()));
            table.row(
                    text("check.champion.difference", against.championVersion()),
                    FigureWords.withInterval(against.differencePerCustomer(), currency));
            table.row(text("check.champion.margin"), Figures.money(Money.of(against.margin(), currency)));
        }
        Div all = new Div(table);
        if (month != null) {
            all.add(month(month, currency));
        }
        all.addClassName("gh-stack");
        return all;
    }

    private static Table month(MonthFigures month, Currency currency) {
        Table table = new Table(text("review.month"))
                .column(text("check.figure"))
                .numberColumn(text("check.amount"))
                .compact();
        for (Figure figure : Stream.of(month.net(), month.returnOnCost(), month.breakEvenSaveRate())
                .toList()) {
            table.row(Reader.figure(month.wordFor(figure)), FigureWords.withInterval(figure, currency));
        }
        return table;
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
