package io.gatehouse.portal.ui.assumptions;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.money.Money;
import io.gatehouse.policy.ValueBook;
import io.gatehouse.policy.ValueFault;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.Reader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one attempt to read the form of value assumptions found: its fields by the names that programs use, and what cannot be meant. */
final class AssumptionsReading {
    private final Map<String, HasValidationProperties> fields = new LinkedHashMap<>();
    private final List<ValueFault> faults = new ArrayList<>();

    boolean fits() {
        return faults.isEmpty();
    }

    void add(List<ValueFault> found) {
        faults.addAll(found);
    }

    void missing(String name) {
        faults.add(new ValueFault(name, text("assumptions.missing")));
    }

    void note(String name, HasValidationProperties field) {
        fields.put(name, field);
    }

    /** One where none was given, so that reading goes on. */
    BigDecimal number(String name, BigDecimalField field) {
        note(name, field);
        BigDecimal given = field.getValue();
        if (given == null) {
            missing(name);
            return BigDecimal.ONE;
        }
        return given;
    }

    Money money(String name, BigDecimalField field, Currency unit) {
        BigDecimal given = number(name, field);
        Optional<ValueFault> unfit = ValueBook.unfitAmount(name, given);
        unfit.ifPresent(faults::add);
        return new Money(unfit.isPresent() ? BigDecimal.ONE : given, unit);
    }

    long whole(BigDecimal count) {
        if (count.precision() - (long) count.scale() > 18
                || count.stripTrailingZeros().scale() > 0) {
            faults.add(new ValueFault("customers_per_month", text("assumptions.whole")));
            return 1;
        }
        return count.longValueExact();
    }

    /** Every field says what is wrong with it, and the first has the cursor. */
    void show() {
        fields.values().forEach(field -> field.setInvalid(false));
        faults.reversed().forEach(fault -> {
            HasValidationProperties field = fields.get(fault.field());
            if (field != null) {
                field.setErrorMessage(Figures.sentenceCase(Reader.said(words(fault.problem()))) + ".");
                field.setInvalid(true);
                if (field instanceof Focusable<?> focusable) {
                    focusable.focus();
                }
            }
        });
    }

    /** The names that programs use, in those of the form. */
    private static String words(String problem) {
        String words = problem.replace("0..1", text("assumptions.save-rate.range"));
        for (String name : List.of("offer_cost", "monthly_low", "once_low")) {
            words = words.replace(name, text("assumptions.field." + name));
        }
        return words;
    }

    private static String text(String key) {
        return I18NProvider.translate(key);
    }
}
