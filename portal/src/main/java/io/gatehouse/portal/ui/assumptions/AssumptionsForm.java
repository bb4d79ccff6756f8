package io.gatehouse.portal.ui.assumptions;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.fairness.value.CampaignEconomics;
import io.gatehouse.money.Money;
import io.gatehouse.policy.CostLine;
import io.gatehouse.policy.ValueAssumptions;
import io.gatehouse.policy.ValueBook;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.FormDraft;
import io.gatehouse.portal.ui.components.Grouped;
import io.gatehouse.portal.ui.components.Reader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes the next version of value assumptions. What cannot be meant is said at its field; where contacting starts to pay, while typing. */
class AssumptionsForm extends Div {
    private final transient @Nullable UUID model;
    private final TextField owner = new TextField(text("assumptions.owner"));
    private final TextArea reason = new TextArea(text("assumptions.reason"));
    private final ComboBox<String> currency = new ComboBox<>(text("assumptions.currency"));
    private final BigDecimalField customerValue = Grouped.field(Reader.figure("customer_value"));
    private final IntegerField monthsKept = new IntegerField(text("assumptions.months-kept"));
    private final BigDecimalField offerCost = Grouped.field(Reader.figure("offer_cost"));
    private final BigDecimalField contactCost = Grouped.field(Reader.figure("contact_cost"));
    private final BigDecimalField saveRate = Grouped.field(text("assumptions.save-rate"));
    private final BigDecimalField customers = Grouped.field(Reader.figure("customers_per_month"));
    private final FormDraft draft;
    private transient Consumer<ValueAssumptions> wanted = nobody -> {};
    private final CostRows costs;
    private final Paragraph breakEven = new Paragraph();

    /**
     * @param start shown at first
     * @param model that they will be for; absent for the installation
     * @param writer whose form it is
     */
    AssumptionsForm(ValueAssumptions start, @Nullable UUID model, UUID writer) {
        this.model = model;
        draft = new FormDraft(
                writer,
                "value-assumptions." + (model == null ? "installation" : model),
                "version " + start.version(),
                () -> startAgain(start));
        costs = new CostRows(start.costs(), draft);
        owner.setRequiredIndicatorVisible(true);
        currency.setItems(Currency.getAvailableCurrencies().stream()
                .map(Currency::getCurrencyCode)
                .sorted()
                .toList());
        currency.setRequiredIndicatorVisible(true);
        fill(start);
        monthsKept.setHelperText(text("assumptions.months-kept.help"));
        monthsKept.setClearButtonVisible(true);
        reason.setHelperText(text("assumptions.reason.help"));
        reason.setRequiredIndicatorVisible(true);
        for (BigDecimalField amount : List.of(customerValue, offerCost, contactCost, saveRate)) {
            amount.addValueChangeListener(change -> count());
        }
        for (HasValueChangeMode field : List.<HasValueChangeMode>of(customerValue, offerCost, contactCost, saveRate)) {
            field.setValueChangeMode(ValueChangeMode.LAZY);
        }
        breakEven.addClassName("gh-what-if-answer");
        breakEven.getElement().setAttribute("role", "status");
        Button save = new Button(text("assumptions.save"), click -> read().ifPresent(found -> wanted.accept(found)));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Div who = fields(owner, reason, currency);
        Div campaign = fields(customerValue, monthsKept, offerCost, contactCost, saveRate, customers);
        addClassNames("gh-panel", "gh-stack");
        add(
                draft,
                who,
                new H3(text("assumptions.campaign")),
                campaign,
                breakEven,
                new H3(text("assumptions.costs")),
                new Paragraph(text("assumptions.costs.intro")),
                costs,
                save);
        count();
        keep();
    }

    private void keep() {
        draft.keep("owner", owner);
        draft.keep("reason", reason);
        draft.choice(
                "currency",
                currency,
                code -> currency.getListDataView()
                        .getItems()
                        .filter(code::equals)
                        .findFirst()
                        .ifPresent(currency::setValue));
        draft.keep("customer_value", customerValue);
        draft.keep("months_kept", monthsKept);
        draft.keep("offer_cost", offerCost);
        draft.keep("contact_cost", contactCost);
        draft.keep("save_rate", saveRate);
        draft.keep("customers_per_month", customers);
        draft.begin();
    }

    /** @param wanted called with what can be meant */
    void onWanted(Consumer<ValueAssumptions> wanted) {
        this.wanted = wanted;
    }

    /** What was typed was sent. */
    void sent() {
        draft.drop();
    }

    private void startAgain(ValueAssumptions start) {
        fill(start);
        reason.clear();
        costs.startAgain();
    }

    private static Div fields(Component... fields) {
        Div grid = new Div(fields);
        grid.addClassName("gh-form-grid");
        return grid;
    }

    private void fill(ValueAssumptions start) {
        owner.setValue(start.owner());
        currency.setValue(start.customerValue().currency().getCurrencyCode());
        customerValue.setValue(plain(start.customerValue().amount()));
        monthsKept.setValue(start.monthsKept());
        offerCost.setValue(plain(start.offerCost().amount()));
        contactCost.setValue(plain(start.contactCost().amount()));
        saveRate.setValue(plain(BigDecimal.valueOf(start.saveRate()).movePointRight(2)));
        customers.setValue(BigDecimal.valueOf(start.customersPerMonth()));
    }

    /** Without trailing zeros, and never in scientific notation. */
    static BigDecimal plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private void count() {
        List<BigDecimalField> inputs = List.of(customerValue, offerCost, contactCost, saveRate);
        if (inputs.stream()
                        .anyMatch(input -> input.isEmpty() || input.getValue().signum() < 0)
                || customerValue.getValue().compareTo(offerCost.getValue()) <= 0
                || saveRate.getValue().compareTo(BigDecimal.valueOf(100)) > 0) {
            breakEven.setText(text("assumptions.break-even.unknown"));
            return;
        }
        breakEven.setText(breakEven(new CampaignEconomics(
                        customerValue.getValue().doubleValue(),
                        offerCost.getValue().doubleValue(),
                        contactCost.getValue().doubleValue(),
                        saveRate.getValue().doubleValue() / 100)
                .breakEvenScore()));
    }

    static String breakEven(double score) {
        return score > 1
                ? text("assumptions.break-even.never")
                : text("assumptions.break-even", Figures.percentFine(score));
    }

    /** The assumptions if they can be meant; otherwise every field says what is wrong with it, and the first has the cursor. */
    private Optional<ValueAssumptions> read() {
        AssumptionsReading reading = new AssumptionsReading();
        Currency unit = Currency.getInstance(
                currency.getOptionalValue().orElse(Currency.getInstance("USD").getCurrencyCode()));
        reading.note("owner", owner);
        reading.note("reason", reason);
        reading.note("currency", currency);
        if (currency.isEmpty()) {
            reading.missing("currency");
        }
        Money value = reading.money("customer_value", customerValue, unit);
        reading.note("months_kept", monthsKept);
        Money offer = reading.money("offer_cost", offerCost, unit);
        Money contact = reading.money("contact_cost", contactCost, unit);
        BigDecimal rate = reading.number("save_rate", saveRate);
        BigDecimal month = reading.number("customers_per_month", customers);
        ValueAssumptions read = new ValueAssumptions(
                0,
                model,
                owner.getValue().strip(),
                reason.getValue().strip(),
                value,
                monthsKept.getValue(),
                offer,
                contact,
                rate.movePointLeft(2).doubleValue(),
                reading.whole(month),
                lines(reading, unit));
        if (reading.fits()) {
            reading.add(ValueBook.faults(read));
        }
        if (read.reason().isBlank()) {
            reading.missing("reason");
        }
        reading.show();
        return reading.fits() ? Optional.of(read) : Optional.empty();
    }

    private List<CostLine> lines(AssumptionsReading reading, Currency unit) {
        List<CostLine> lines = new ArrayList<>();
        for (CostRows.Row row : costs.rows()) {
            String at = "costs[" + (lines.size() + 1) + "].";
            reading.note(at + "name", row.name);
            lines.add(new CostLine(
                    row.name.getValue().strip(),
                    reading.money(at + "monthly_low", row.monthlyLow, unit),
                    reading.money(at + "monthly_high", row.monthlyHigh, unit),
                    reading.money(at + "once_low", row.onceLow, unit),
                    reading.money(at + "once_high", row.onceHigh, unit)));
        }
        return lines;
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
