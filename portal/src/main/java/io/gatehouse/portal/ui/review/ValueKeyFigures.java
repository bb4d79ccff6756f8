package io.gatehouse.portal.ui.review;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.checks.Figure;
import io.gatehouse.checks.MonthFigures;
import io.gatehouse.checks.ValueFigures;
import io.gatehouse.money.Money;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.KeyFigure;
import io.gatehouse.portal.ui.components.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a month nets, what a coin spent brings, when building is paid, and how often an offer must work, each with its range. */
final class ValueKeyFigures {
    private ValueKeyFigures() {}

    static Div of(ValueFigures value, @Nullable MonthFigures month) {
        List<KeyFigure> figures = new ArrayList<>();
        if (month == null) {
            figures.add(figure(Reader.figure("net_per_month"), Figures.moneyShort(value.netPerMonth()), range(value)));
            figures.add(figure(
                    Reader.figure("return_on_cost"),
                    Figures.percent(value.returnOnCost()),
                    text("review.roi.return.words")));
        } else {
            figures.add(figure(word(month, month.net()), MonthPanel.net(month), net(month)));
            figures.add(
                    figure(word(month, month.returnOnCost()), share(month.returnOnCost()), roi(month.returnOnCost())));
        }
        figures.add(figure(
                Reader.figure("payback"), ValuePanel.payback(value.paybackMonthsLow(), value.paybackMonthsHigh()), ""));
        if (month != null) {
            figures.add(figure(
                    Reader.figure("break_even_save_rate"),
                    share(month.breakEvenSaveRate()),
                    text(
                            "review.roi.break-even.words",
                            share(month.breakEvenSaveRate()),
                            Figures.percent(value.assumptions().saveRate()))));
        }
        figures.add(figure(
                text("review.roi.contacted"),
                Figures.percent((double) value.contacted() / value.customers()),
                text(
                        "review.roi.contacted.words",
                        Figures.whole(value.leaversContacted()),
                        Figures.percent(value.threshold()))));
        return KeyFigure.row(figures.toArray(KeyFigure[]::new));
    }

    private static String word(MonthFigures month, Figure figure) {
        return Reader.figure(month.wordFor(figure));
    }

    private static KeyFigure figure(String label, String number, String range) {
        return new KeyFigure(label, number, range).small();
    }

    private static String share(Figure figure) {
        Double estimate = figure.estimate();
        return estimate == null ? Figures.notKnown() : Figures.percent(estimate);
    }

    private static String roi(Figure figure) {
        Double low = figure.low();
        Double high = figure.high();
        return low == null || high == null
                ? ""
                : text("review.roi.between", Figures.percent(low), Figures.percent(high));
    }

    private static String net(MonthFigures month) {
        Double low = month.net().low();
        Double high = month.net().high();
        return low == null || high == null ? "" : text("review.roi.between", money(low, month), money(high, month));
    }

    private static String money(double amount, MonthFigures month) {
        return Figures.moneyShort(Money.of(amount, month.customerValue().currency()));
    }

    private static String range(ValueFigures value) {
        Double low = value.netPerCustomer().low();
        Double high = value.netPerCustomer().high();
        if (low == null || high == null) {
            return "";
        }
        double customers = value.assumptions().customersPerMonth();
        return text(
                "review.roi.between",
                Figures.moneyShort(Money.of(low * customers, value.net().currency())),
                Figures.moneyShort(Money.of(high * customers, value.net().currency())));
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
