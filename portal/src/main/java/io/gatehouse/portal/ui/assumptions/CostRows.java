package io.gatehouse.portal.ui.assumptions;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.policy.CostLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of what the model costs, each with a range for a month and one for building it; lines are added and removed. */
class CostRows extends Div {
    private final List<Row> rows = new ArrayList<>();
    private final Div lines = new Div();

    CostRows(List<CostLine> costs) {
        costs.forEach(cost -> add(new Row(cost)));
        Button more = new Button(text("assumptions.costs.add"), click -> {
            Row row = new Row(null);
            add(row);
            row.name.focus();
        });
        add(lines, more);
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }

    private void add(Row row) {
        rows.add(row);
        lines.add(row);
        number();
    }

    private void remove(Row row) {
        rows.remove(row);
        lines.remove(row);
        number();
    }

    /** Tells the rows apart for those who listen. */
    private void number() {
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).getElement().setAttribute("aria-label", text("assumptions.costs.line", i + 1));
        }
    }

    /** One line. */
    final class Row extends Div {
        final TextField name = new TextField(text("assumptions.costs.name"));
        final BigDecimalField monthlyLow;
        final BigDecimalField monthlyHigh;
        final BigDecimalField onceLow;
        final BigDecimalField onceHigh;

        private Row(@Nullable CostLine cost) {
            name.setValue(cost == null ? "" : cost.name());
            name.setMaxLength(100);
            monthlyLow = amount(
                    "monthly_low", cost == null ? null : cost.monthlyLow().amount());
            monthlyHigh = amount(
                    "monthly_high", cost == null ? null : cost.monthlyHigh().amount());
            onceLow = amount("once_low", cost == null ? null : cost.onceLow().amount());
            onceHigh = amount("once_high", cost == null ? null : cost.onceHigh().amount());
            Button remove = new Button(text("assumptions.costs.remove"), click -> CostRows.this.remove(this));
            remove.addThemeVariants(ButtonVariant.TERTIARY);
            addClassName("gh-cost-row");
            getElement().setAttribute("role", "group");
            add(name, monthlyLow, monthlyHigh, onceLow, onceHigh, remove);
        }

        private static BigDecimalField amount(String field, @Nullable BigDecimal start) {
            BigDecimalField amount = new BigDecimalField(text("assumptions.costs." + field));
            amount.setValue(start == null ? BigDecimal.ZERO : AssumptionsForm.plain(start));
            return amount;
        }
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
