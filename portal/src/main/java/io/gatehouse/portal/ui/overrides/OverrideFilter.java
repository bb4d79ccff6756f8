package io.gatehouse.portal.ui.overrides;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.QueryParameters;
import io.gatehouse.overrides.CheckOverride;
import io.gatehouse.overrides.OverrideState;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.sentences.Words;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Narrows overrides down by state, model and age, and orders them. Each choice goes into the address, which then shows them. */
class OverrideFilter extends Div {
    private static final List<Integer> AGES = List.of(7, 30, 60);

    /** By what overrides are put into order. */
    enum Order {
        END,
        AGE,
        MODEL
    }

    private final ComboBox<OverrideState> state = new ComboBox<>(text("overrides.filter.state"));
    private final ComboBox<String> model = new ComboBox<>(text("overrides.filter.model"));
    private final ComboBox<Integer> age = new ComboBox<>(text("overrides.filter.age"));
    private final ComboBox<Order> order = new ComboBox<>(text("overrides.filter.order"));

    /** @param asked what the address asks for; what is not known counts as not asked */
    OverrideFilter(List<CheckOverride> all, QueryParameters asked) {
        addClassName("gh-toolbar");
        getElement().setAttribute("role", "search").setAttribute("aria-label", text("overrides.filter"));
        state.setItems(OverrideState.values());
        state.setItemLabelGenerator(Words::of);
        model.setItems(
                all.stream().map(CheckOverride::model).distinct().sorted().toList());
        age.setItems(AGES);
        age.setItemLabelGenerator(days -> I18NProvider.translate("overrides.filter.age.days", days));
        order.setItems(Order.values());
        order.setItemLabelGenerator(by -> text("overrides.order." + by));
        asked.getSingleParameter("state")
                .flatMap(name -> Arrays.stream(OverrideState.values())
                        .filter(known -> known.name().equalsIgnoreCase(name))
                        .findFirst())
                .ifPresent(state::setValue);
        asked.getSingleParameter("model")
                .filter(name -> all.stream().anyMatch(each -> each.model().equals(name)))
                .ifPresent(model::setValue);
        asked.getSingleParameter("older_than")
                .flatMap(days -> AGES.stream()
                        .filter(known -> known.toString().equals(days))
                        .findFirst())
                .ifPresent(age::setValue);
        asked.getSingleParameter("order")
                .flatMap(name -> Arrays.stream(Order.values())
                        .filter(known -> known.name().equalsIgnoreCase(name))
                        .findFirst())
                .ifPresent(order::setValue);
        for (ComboBox<?> choice : List.of(state, model, age, order)) {
            choice.setClearButtonVisible(true);
            choice.setPlaceholder(text("risklist.filter.any"));
            choice.addValueChangeListener(change -> go());
            add(choice);
        }
        order.setPlaceholder(text("overrides.order.usual"));
        setVisible(!all.isEmpty());
    }

    boolean narrows() {
        return !state.isEmpty() || !model.isEmpty() || !age.isEmpty();
    }

    boolean fits(CheckOverride override, Instant now) {
        return (state.isEmpty() || override.stateAt(now) == state.getValue())
                && (model.isEmpty() || override.model().equals(model.getValue()))
                && (age.isEmpty() || override.ageInDays(now) >= age.getValue());
    }

    /** As asked for; otherwise open ones first, the nearest end first. */
    Comparator<CheckOverride> order(Instant now) {
        Comparator<CheckOverride> openFirst =
                Comparator.comparing(each -> !each.stateAt(now).open());
        if (order.isEmpty()) {
            return openFirst.thenComparing(CheckOverride::until);
        }
        return switch (order.getValue()) {
            case END -> Comparator.comparing(CheckOverride::until);
            case AGE -> Comparator.comparing(CheckOverride::proposedAt);
            case MODEL -> Comparator.comparing(CheckOverride::model).thenComparing(CheckOverride::until);
        };
    }

    private void go() {
        Map<String, List<String>> chosen = new LinkedHashMap<>();
        state.getOptionalValue().ifPresent(value -> chosen.put("state", List.of(lower(value))));
        model.getOptionalValue().ifPresent(value -> chosen.put("model", List.of(value)));
        age.getOptionalValue().ifPresent(value -> chosen.put("older_than", List.of(value.toString())));
        order.getOptionalValue().ifPresent(value -> chosen.put("order", List.of(lower(value))));
        getUI().ifPresent(ui -> ui.navigate(Places.OVERRIDES, new QueryParameters(chosen)));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String text(String key) {
        return I18NProvider.translate(key);
    }
}
