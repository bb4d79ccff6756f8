package io.gatehouse.portal.ui.experiments;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.search.Clause;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Builds one condition out of three choices: what, how, and with which value. */
class ConditionForm extends Div {
    private final ComboBox<RunKey> what = new ComboBox<>(text("runs.condition.what"));
    private final Select<RunKey.Test> how = new Select<>();
    private final TextField value = new TextField(text("runs.condition.value"));
    private final transient Consumer<Clause> added;

    ConditionForm(Consumer<Clause> added) {
        this.added = added;
        addClassName("gh-condition-form");
        what.setItemLabelGenerator(key -> text("runs.condition.key." + key.kind(), key.key()));
        what.setPlaceholder(text("runs.condition.what.placeholder"));
        what.addValueChangeListener(change -> compare(change.getValue()));
        how.setLabel(text("runs.condition.how"));
        how.setItemLabelGenerator(test -> text("runs.condition.test." + test));
        how.addValueChangeListener(
                change -> value.setVisible(how.isEmpty() || how.getValue().needsValue()));
        value.addKeyPressListener(Key.ENTER, press -> add());
        Button done = new Button(text("runs.condition.add"), click -> add());
        done.addThemeVariants(ButtonVariant.PRIMARY);
        add(what, how, value, done);
        compare(null);
    }

    void offer(List<RunKey> keys) {
        what.setItems(keys);
    }

    void focus() {
        what.focus();
    }

    private void compare(@Nullable RunKey key) {
        how.setItems(key == null ? List.of() : key.tests());
        how.setEnabled(key != null);
        value.setInvalid(false);
        value.setPlaceholder(key != null && key.kind() == RunKey.Kind.METRIC ? "0.88" : "");
        value.setHelperText(key != null && key.key().equals("status") ? text("runs.condition.status") : null);
        if (key != null) {
            how.setValue(key.tests().getFirst());
        }
    }

    private void add() {
        RunKey key = what.getValue();
        what.setInvalid(key == null);
        what.setErrorMessage(text("runs.condition.what.missing"));
        if (key == null || how.isEmpty()) {
            return;
        }
        Optional<Clause> clause = key.clause(how.getValue(), value.getValue().strip());
        value.setInvalid(clause.isEmpty());
        value.setErrorMessage(text(
                key.kind() == RunKey.Kind.METRIC
                        ? "runs.condition.number"
                        : value.isEmpty() ? "runs.condition.value.missing" : "runs.condition.quotes"));
        clause.ifPresent(condition -> {
            value.clear();
            what.clear();
            added.accept(condition);
        });
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
