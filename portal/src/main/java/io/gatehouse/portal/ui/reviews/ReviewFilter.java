package io.gatehouse.portal.ui.reviews;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.QueryParameters;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.StatusBadge;
import io.gatehouse.promotion.PromotionRow;
import io.gatehouse.promotion.RequestState;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Narrows the requests down by model and state. Each choice goes into the address, which then shows the requests. */
class ReviewFilter extends Div {
    private final ComboBox<String> model = new ComboBox<>(text("reviews.filter.model"));
    private final ComboBox<RequestState> state = new ComboBox<>(text("reviews.filter.state"));

    /**
     * @param model name, or empty for all
     * @param state in lower case, or empty for all; one that is not known counts as empty
     */
    ReviewFilter(List<PromotionRow> rows, String model, String state) {
        addClassName("gh-toolbar");
        getElement().setAttribute("role", "search").setAttribute("aria-label", text("reviews.filter"));
        this.model.setItems(
                rows.stream().map(PromotionRow::model).distinct().sorted().toList());
        this.state.setItems(Arrays.stream(RequestState.values())
                .filter(known -> rows.stream().anyMatch(row -> row.state() == known))
                .toList());
        this.state.setItemLabelGenerator(StatusBadge::word);
        rows.stream().map(PromotionRow::model).filter(model::equals).findFirst().ifPresent(this.model::setValue);
        Arrays.stream(RequestState.values())
                .filter(known -> known.name().equalsIgnoreCase(state))
                .findFirst()
                .ifPresent(this.state::setValue);
        for (ComboBox<?> choice : List.of(this.model, this.state)) {
            choice.setClearButtonVisible(true);
            choice.setPlaceholder(text("risklist.filter.any"));
            choice.addValueChangeListener(change -> go());
            add(choice);
        }
        setVisible(!rows.isEmpty());
    }

    boolean narrows() {
        return !model.isEmpty() || !state.isEmpty();
    }

    boolean fits(PromotionRow row) {
        return (model.isEmpty() || row.model().equals(model.getValue()))
                && (state.isEmpty() || row.state() == state.getValue());
    }

    private void go() {
        Map<String, List<String>> chosen = new LinkedHashMap<>();
        model.getOptionalValue().ifPresent(value -> chosen.put("model", List.of(value)));
        state.getOptionalValue()
                .ifPresent(value -> chosen.put("state", List.of(value.name().toLowerCase(Locale.ROOT))));
        getUI().ifPresent(ui -> ui.navigate(Places.PROMOTIONS, new QueryParameters(chosen)));
    }

    private static String text(String key) {
        return I18NProvider.translate(key);
    }
}
