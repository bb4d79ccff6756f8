package io.gatehouse.portal.ui.assumptions;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.money.Money;
import io.gatehouse.policy.ValueAssumptions;
import io.gatehouse.portal.ui.components.Facts;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.Table;

/** One version of the value assumptions, to be read. */
class AssumptionsFacts extends Div {
    AssumptionsFacts(ValueAssumptions says) {
        addClassName("gh-columns");
        Integer months = says.monthsKept();
        Facts facts = new Facts()
                .add(text("assumptions.owner"), says.owner())
                .add(
                        text("assumptions.reason"),
                        says.reason().isBlank() ? text("assumptions.reason.none") : says.reason())
                .add(Reader.figure("customer_value"), Figures.money(says.customerValue()))
                .add(
                        text("assumptions.months-kept"),
                        months == null ? text("assumptions.months-kept.none") : String.valueOf(months))
                .add(Reader.figure("offer_cost"), Figures.money(says.offerCost()))
                .add(Reader.figure("contact_cost"), Figures.money(says.contactCost()))
                .add(Reader.figure("save_rate"), Figures.percentFine(says.saveRate()))
                .add(Reader.figure("customers_per_month"), Figures.whole(says.customersPerMonth()));
        Div panel = new Div(new H3(text("assumptions.campaign")), facts);
        panel.addClassNames("gh-panel", "gh-stack");
        add(panel, costs(says));
    }

    private static Table costs(ValueAssumptions says) {
        Table table = new Table(text("assumptions.costs"))
                .column(text("assumptions.costs.name"))
                .numberColumn(text("assumptions.costs.month"))
                .numberColumn(text("assumptions.costs.once"))
                .compact();
        says.costs()
                .forEach(line -> table.row(
                        line.name(),
                        range(line.monthlyLow(), line.monthlyHigh()),
                        range(line.onceLow(), line.onceHigh())));
        return table.row(
                text("assumptions.costs.all"),
                range(says.runningCostLow(), says.runningCostHigh()),
                range(says.oneTimeCostLow(), says.oneTimeCostHigh()));
    }

    private static String range(Money low, Money high) {
        if (high.amount().signum() == 0) {
            return text("assumptions.costs.nothing");
        }
        return low.equals(high)
                ? Figures.money(low)
                : text("assumptions.costs.range", Figures.money(low), Figures.money(high));
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
