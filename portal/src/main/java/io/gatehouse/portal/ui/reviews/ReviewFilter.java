package io.gatehouse.portal.ui.reviews;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.QueryParameters;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.StatusBadge;
import io.gatehouse.promotion.RequestState;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Narrows the requests down by model and state. Each choice goes into the address, which then shows the requests. */
class ReviewFilter extends Div {
    private final ComboBox<String> model = new ComboBox<>(text("reviews.filter.model"));
    private final ComboBox<RequestState> state = new ComboBox<>(text("reviews.filter.state"));

    /**
     * @param models that were asked for, by words in their names, from a place on, at most so many
     * @param known whether the model was asked for
     * @param states that requests are in
     * @param model name, or empty for all
     * @param state in lower case, or empty for all; one that is not known counts as empty
     */
    ReviewFilter(
            CallbackDataProvider.FetchCallback<String, String> models,
            boolean known,
            Set<RequestState> states,
            String model,
            String state) {
        addClassNames("gh-toolbar", "gh-filters");
        getElement().setAttribute("role", "search").setAttribute("aria-label", text("reviews.filter"));
        this.model.setItems(models);
        this.state.setItems(
                Arrays.stream(RequestState.values()).filter(states::contains).toList());
        this.state.setItemLabelGenerator(StatusBadge::word);
        if (known) {
            this.model.setValue(model);
        }
        Arrays.stream(RequestState.values())
                .filter(each -> each.name().equalsIgnoreCase(state))
                .findFirst()
                .ifPresent(this.state::setValue);
        for (ComboBox<?> choice : List.of(this.model, this.state)) {
            choice.setClearButtonVisible(true);
            choice.setPlaceholder(text("risklist.filter.any"));
            choice.addValueChangeListener(change -> go());
            add(choice);
        }
        setVisible(!states.isEmpty());
    }

    boolean narrows() {
        return !model.isEmpty() || !state.isEmpty();
    }

    /** Absent if all are. */
    @Nullable
    String model() {
        return model.getValue();
    }

    boolean shows(RequestState each) {
        return state.isEmpty() || state.getValue() == each;
    }

    /** The address that shows what is chosen. */
    String place() {
        String query = chosen().getQueryString();
        return query.isEmpty() ? Places.PROMOTIONS : Places.PROMOTIONS + "?" + query;
    }

    private void go() {
        getUI().ifPresent(ui -> ui.navigate(Places.PROMOTIONS, chosen()));
    }

    private QueryParameters chosen() {
        Map<String, List<String>> chosen = new LinkedHashMap<>();
        model.getOptionalValue().ifPresent(value -> chosen.put("model", List.of(value)));
        state.getOptionalValue()
                .ifPresent(value -> chosen.put("state", List.of(value.name().toLowerCase(Locale.ROOT))));
        return new QueryParameters(chosen);
    }

    private static String text(String key) {
        return I18NProvider.translate(key);
    }
}
