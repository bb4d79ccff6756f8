package io.gatehouse.portal.ui.audit;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Person;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.FieldWords;
import io.gatehouse.portal.ui.components.Reader;
import java.util.ArrayList;
import java.util.List;

/** What narrows the log down. Each choice goes into the address, which then shows the events. */
class AuditFilter extends Div {
    /** Families of actions as people think of them, by what the address says. */
    private static final List<String> FAMILIES = List.of(
            "promotion.*",
            "alias.*",
            "version.*",
            "model.*",
            "policy.*",
            "value_assumptions.*",
            "evaluation.*",
            "risk_list.*",
            "person.*",
            "token.*",
            "*refused",
            "*deleted",
            "audit.*",
            "checkpoint.*");

    private final ComboBox<Person> person = new ComboBox<>(text("audit.filter.person"));
    private final ComboBox<String> action = new ComboBox<>(text("audit.filter.action"));
    private final TextField object = new TextField(text("audit.filter.object"));
    private final DatePicker from = new DatePicker(text("audit.filter.from"));
    private final DatePicker to = new DatePicker(text("audit.filter.to"));
    private final ComboBox<Actor.Via> via = new ComboBox<>(text("audit.filter.via"));
    private final Anchor clear = Places.link(Places.AUDIT, text("audit.clear"));
    private boolean showing;

    AuditFilter(List<Person> people) {
        addClassNames("gh-toolbar", "gh-filters");
        getElement().setAttribute("role", "search").setAttribute("aria-label", text("audit.filter"));
        person.setItems(people);
        person.setItemLabelGenerator(Person::displayName);
        action.setItemLabelGenerator(AuditFilter::family);
        via.setItems(Actor.Via.values());
        via.setItemLabelGenerator(door -> Reader.word(door));
        for (ComboBox<?> choice : List.of(person, action, via)) {
            choice.setClearButtonVisible(true);
            choice.setPlaceholder(text("risklist.filter.any"));
            choice.addValueChangeListener(change -> go());
        }
        from.setI18n(FieldWords.days());
        to.setI18n(FieldWords.days());
        object.setClearButtonVisible(true);
        object.setPlaceholder(text("audit.filter.object.example"));
        object.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        object.addValueChangeListener(change -> go());
        for (DatePicker day : List.of(from, to)) {
            day.setClearButtonVisible(true);
            day.addValueChangeListener(change -> go());
        }
        clear.addClassName("gh-button");
        add(person, action, object, from, to, via, clear);
    }

    /** Takes on what the address says. */
    void show(AuditAddress address) {
        showing = true;
        person.setValue(person.getListDataView()
                .getItems()
                .filter(known -> known.id().equals(address.person()))
                .findFirst()
                .orElse(null));
        List<String> actions = new ArrayList<>(FAMILIES);
        if (!address.action().isEmpty() && !actions.contains(address.action())) {
            actions.add(address.action());
        }
        action.setItems(actions);
        action.setValue(address.action().isEmpty() ? null : address.action());
        object.setValue(address.object());
        from.setValue(address.from());
        to.setValue(address.to());
        via.setValue(address.via());
        clear.setVisible(address.narrows());
        showing = false;
    }

    private void go() {
        if (showing) {
            return;
        }
        Person who = person.getValue();
        AuditAddress chosen = new AuditAddress(
                who == null ? null : who.id(),
                action.getOptionalValue().orElse(""),
                object.getValue().strip(),
                from.getValue(),
                to.getValue(),
                via.getValue(),
                0,
                0);
        getUI().ifPresent(ui -> Places.go(ui, chosen.place()));
    }

    private static String family(String action) {
        return FAMILIES.contains(action) ? text("audit.family." + action.replace("*", "")) : action;
    }

    private static String text(String key) {
        return I18NProvider.translate(key);
    }
}
