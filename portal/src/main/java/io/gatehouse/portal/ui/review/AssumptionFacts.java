package io.gatehouse.portal.ui.review;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.checks.MonthFigures;
import io.gatehouse.money.Money;
import io.gatehouse.policy.CostLine;
import io.gatehouse.policy.ValueAssumptions;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Facts;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.Table;
import org.jspecify.annotations.Nullable;

/** The figures that ROI is counted with, who answers for them, and every line that the model costs beside the campaign. */
class AssumptionFacts extends Div {
    /** @param model whose assumptions can be looked up */
    AssumptionFacts(ValueAssumptions given, @Nullable MonthFigures month, String model) {
        addClassNames("gh-panel", "gh-stack");
        Paragraph owner = new Paragraph(text("review.roi.owner", given.version(), given.owner())
                + (given.reason().isBlank()
                        ? ""
                        : ": " + Reader.quoted(given.reason().strip())));
        owner.addClassName("gh-caption");
        Facts facts = new Facts()
                .add(Reader.figure("customer_value"), worth(given, month))
                .add(Reader.figure("offer_cost"), Figures.money(given.offerCost()))
                .add(Reader.figure("contact_cost"), Figures.money(given.contactCost()))
                .add(Reader.figure("save_rate"), Figures.percent(given.saveRate()))
                .add(Reader.figure("customers_per_month"), Figures.whole(given.customersPerMonth()));
        add(
                new H3(text("review.roi.assumptions")),
                owner,
                facts,
                costs(given),
                Places.link(Places.valueAssumptions(model), text("assumptions.open")));
    }

    private static String worth(ValueAssumptions given, @Nullable MonthFigures month) {
        return month == null || !month.ownValues() || given.monthsKept() == null
                ? Figures.money(given.customerValue())
                : text("review.roi.own-values", Figures.money(month.customerValue()), given.monthsKept());
    }

    private static Table costs(ValueAssumptions given) {
        Table table = new Table(text("review.costs"))
                .column(text("review.costs.line"))
                .numberColumn(Reader.figure("running_cost"))
                .numberColumn(Reader.figure("one_time_cost"))
                .compact();
        for (CostLine line : given.costs()) {
            table.row(
                    line.name(), range(line.monthlyLow(), line.monthlyHigh()), range(line.onceLow(), line.onceHigh()));
        }
        return table.row(
                text("review.costs.all"),
                range(given.runningCostLow(), given.runningCostHigh()),
                range(given.oneTimeCostLow(), given.oneTimeCostHigh()));
    }

    private static String range(Money low, Money high) {
        return low.equals(high)
                ? Figures.money(low)
                : text("review.month.range", Figures.money(low), Figures.money(high));
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
