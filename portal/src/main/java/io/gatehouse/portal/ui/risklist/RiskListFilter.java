package io.gatehouse.portal.ui.risklist;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.risklist.RiskListPage.Header;
import io.gatehouse.risklist.RiskListPage.Movement;
import io.gatehouse.risklist.RiskLists.Filter;
import io.gatehouse.sentences.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What narrows the list down. Each choice goes into the address, which then shows the rows. */
class RiskListFilter extends Div {
    private final long number;
    private final Anchor clear;
    private Filter shown = Filter.ALL;
    private final TextField text = new TextField(text("risklist.filter.text"));
    private final ComboBox<String> band = new ComboBox<>(text("risklist.filter.band"));
    private final ComboBox<Movement> movement = new ComboBox<>(text("risklist.filter.movement"));
    private final Map<String, ComboBox<String>> segments = new HashMap<>();

    /** @param values that each segment column takes, by its name */
    RiskListFilter(Header list, Filter filter, Map<String, List<String>> values) {
        number = list.number();
        addClassNames("gh-toolbar", "gh-filters");
        getElement().setAttribute("role", "search").setAttribute("aria-label", text("risklist.filter"));
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        band.setItems(RiskListQuery.BANDS);
        band.setItemLabelGenerator(RiskListFilter::bandWord);
        movement.setItems(Movement.values());
        movement.setItemLabelGenerator(chosen -> Reader.word(chosen));
        add(text, band, movement);
        movement.setVisible(list.previous() != null);
        for (String name : list.segmentNames()) {
            ComboBox<String> choice = new ComboBox<>(Reader.attribute(name));
            choice.setItems(values.getOrDefault(name, List.of()));
            segments.put(name, choice);
            add(choice);
        }
        for (ComboBox<?> choice : choices()) {
            choice.setClearButtonVisible(true);
            choice.setPlaceholder(text("risklist.filter.any"));
        }
        clear = Places.button(Places.riskList(number), text("risklist.clear"));
        add(clear);
        show(filter);
        listen();
    }

    static String bandWord(String band) {
        return Reader.said(Words.sentenceCase(band));
    }

    /** Takes on what the address says. */
    void show(Filter filter) {
        shown = filter;
        text.setValue(filter.text());
        clear.setVisible(!filter.equals(Filter.ALL));
        band.setValue(filter.band());
        movement.setValue(filter.movement());
        segments.forEach((name, choice) -> choice.setValue(filter.segments().get(name)));
    }

    private void listen() {
        text.addValueChangeListener(change -> go());
        choices().forEach(choice -> choice.addValueChangeListener(change -> go()));
    }

    private List<ComboBox<?>> choices() {
        List<ComboBox<?>> all = new ArrayList<>(List.of(band, movement));
        all.addAll(segments.values());
        return all;
    }

    private void go() {
        Map<String, String> chosen = new HashMap<>();
        segments.forEach((name, choice) -> choice.getOptionalValue().ifPresent(value -> chosen.put(name, value)));
        Filter filter = new Filter(text.getValue().strip(), chosen, band.getValue(), movement.getValue());
        if (filter.equals(shown)) {
            return;
        }
        getUI().ifPresent(ui -> Places.go(ui, RiskListQuery.place(number, filter)));
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
