package io.gatehouse.portal.ui.assumptions;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.policy.CostLine;
import io.gatehouse.portal.ui.components.FormDraft;
import io.gatehouse.portal.ui.components.Grouped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The lines of what the model costs, each with a range for a month and one for building it; lines are added and removed. */
class CostRows extends Div {
    private static final String KEPT = "costs";

    private final List<Row> rows = new ArrayList<>();
    private final Div lines = new Div();
    private final FormDraft draft;
    private final transient List<CostLine> start;
    private int numbers;

    CostRows(List<CostLine> costs, FormDraft draft) {
        this.draft = draft;
        this.start = costs;
        Button more = new Button(text("assumptions.costs.add"), click -> {
            Row row = new Row(null, numbers++);
            add(row);
            note();
            row.name.focus();
        });
        add(lines, more);
        draft.noted(KEPT, this::restore);
        startAgain();
    }

    /** The lines that there were at first. */
    final void startAgain() {
        rows.clear();
        lines.removeAll();
        numbers = 0;
        start.forEach(cost -> add(new Row(cost, numbers++)));
    }

    /** By the numbers that they got when they were added, which stay theirs when others go. */
    private void note() {
        draft.note(KEPT, rows.stream().map(row -> String.valueOf(row.number)).collect(Collectors.joining(",")));
    }

    private void restore(String numbered) {
        if (!numbered.matches("(\\d{1,3}(,\\d{1,3})*)?")) {
            return;
        }
        List<Integer> wanted = numbered.isEmpty()
                ? List.of()
                : Arrays.stream(numbered.split(",")).map(Integer::valueOf).toList();
        rows.stream().filter(row -> !wanted.contains(row.number)).toList().forEach(this::drop);
        for (int number : wanted) {
            if (rows.stream().noneMatch(row -> row.number == number)) {
                add(new Row(null, number));
                numbers = Math.max(numbers, number + 1);
            }
        }
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
        drop(row);
        note();
    }

    private void drop(Row row) {
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

        private final int number;

        private Row(@Nullable CostLine cost, int number) {
            this.number = number;
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
            String at = KEPT + "." + number + ".";
            draft.keep(at + "name", name);
            draft.keep(at + "monthly_low", monthlyLow);
            draft.keep(at + "monthly_high", monthlyHigh);
            draft.keep(at + "once_low", onceLow);
            draft.keep(at + "once_high", onceHigh);
        }

        private static BigDecimalField amount(String field, @Nullable BigDecimal start) {
            BigDecimalField amount = Grouped.field(text("assumptions.costs." + field));
            amount.setValue(start == null ? BigDecimal.ZERO : AssumptionsForm.plain(start));
            return amount;
        }
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
