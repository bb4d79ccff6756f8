package io.gatehouse.portal.ui.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.checks.MonthFigures;
import io.gatehouse.checks.ValueFigures;
import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.value.CampaignEconomics;
import io.gatehouse.fairness.value.Payback;
import io.gatehouse.money.Money;
import io.gatehouse.policy.ValueAssumptions;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.Reader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The value counted again with other assumptions, on the same customers. Nothing of it is kept. */
class WhatIf extends Div {
    private final transient ValueFigures value;
    private final double worth;
    private final NumberField customerValue;
    private final NumberField offer;
    private final NumberField contact;
    private final NumberField saveRate;
    private final Paragraph answer = new Paragraph();

    /** The outcome of one set of assumptions. */
    record Outcome(double netPerMonth, double breakEvenScore, double paybackLow, double paybackHigh) {}

    /** @param month tells the mean worth of a customer where each counts with a worth of their own; absent in older evaluations */
    WhatIf(ValueFigures value, @Nullable MonthFigures month) {
        this.value = value;
        ValueAssumptions given = value.assumptions();
        worth = amount(month == null ? given.customerValue() : month.customerValue());
        customerValue = field(Reader.figure("customer_value"), worth);
        offer = field(Reader.figure("offer_cost"), amount(given.offerCost()));
        contact = field(Reader.figure("contact_cost"), amount(given.contactCost()));
        saveRate = field(text("review.what-if.save-rate"), given.saveRate() * 100);
        saveRate.setMax(100);
        Span label = new Span(text("review.what-if.not-saved"));
        label.addClassName("gh-chip");
        Div head = new Div(new H3(text("review.what-if")), label);
        head.addClassName("gh-card-head");
        Div fields = new Div(customerValue, offer, contact, saveRate);
        fields.addClassName("gh-what-if-fields");
        Button back = new Button(text("review.what-if.back"), click -> reset());
        back.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        answer.addClassName("gh-what-if-answer");
        answer.getElement().setAttribute("role", "status");
        addClassNames("gh-panel", "gh-stack", "gh-no-print");
        add(head, fields, answer, (Component) back);
        recount();
    }

    /** Counts with these economics on the customers that were contacted at the acting threshold. */
    static Outcome count(ValueFigures value, CampaignEconomics economics) {
        ValueAssumptions given = value.assumptions();
        ConfusionCounts contacted =
                new ConfusionCounts(value.leaversContacted(), value.contacted() - value.leaversContacted(), 0, 0);
        double perMonth = economics.net(contacted) / value.customers() * given.customersPerMonth();
        return new Outcome(
                perMonth,
                economics.breakEvenScore(),
                new Payback(amount(given.oneTimeCostLow()), perMonth, amount(given.runningCostLow())).months(),
                new Payback(amount(given.oneTimeCostHigh()), perMonth, amount(given.runningCostHigh())).months());
    }

    private void recount() {
        List<NumberField> fields = List.of(customerValue, offer, contact, saveRate);
        if (fields.stream().anyMatch(field -> field.isEmpty() || field.getValue() < 0)
                || saveRate.getValue() > 100
                || customerValue.getValue() <= offer.getValue()) {
            answer.setText(text("review.what-if.incomplete"));
            return;
        }
        Outcome outcome = count(
                value,
                new CampaignEconomics(
                        customerValue.getValue(), offer.getValue(), contact.getValue(), saveRate.getValue() / 100));
        String reach = outcome.breakEvenScore() > value.threshold()
                ? text("review.what-if.too-wide", Figures.percent(value.threshold()))
                : "";
        answer.setText(text(
                        "review.what-if.answer",
                        Figures.money(
                                Money.of(outcome.netPerMonth(), value.net().currency())),
                        Figures.money(value.netPerMonth()),
                        Figures.percentFine(outcome.breakEvenScore()),
                        ValuePanel.payback(outcome.paybackLow(), outcome.paybackHigh()))
                + (reach.isEmpty() ? "" : " " + reach));
    }

    private void reset() {
        ValueAssumptions given = value.assumptions();
        customerValue.setValue(worth);
        offer.setValue(amount(given.offerCost()));
        contact.setValue(amount(given.contactCost()));
        saveRate.setValue(given.saveRate() * 100);
    }

    private NumberField field(String label, double start) {
        NumberField field = new NumberField(label);
        field.setMin(0);
        field.setValue(start);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(change -> recount());
        return field;
    }

    private static double amount(Money money) {
        return money.amount().doubleValue();
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
