package io.gatehouse.portal.ui.people;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.components.Reader;

/** Where mail to somebody goes, to be read and changed. */
public class AddressField extends Div {
    private final transient CurrentPerson current;
    private final transient People people;
    private final transient Person person;
    private final EmailField address = new EmailField();
    private final Span done = new Span();

    public AddressField(CurrentPerson current, People people, Person person) {
        this.current = current;
        this.people = people;
        this.person = person;
        String label = text("people.address.own");
        address.setLabel(label);
        address.setValue(person.email());
        address.setManualValidation(true);
        address.setMaxLength(320);
        address.setPlaceholder(text("people.address.example"));
        Button save = new Button(text("people.address.save"), click -> save());
        save.setAriaLabel(text("people.address.save.of", label));
        done.getElement().setAttribute("role", "status");
        done.addClassName("gh-caption");
        addClassNames("gh-toolbar", "gh-address");
        add(address, save, done);
    }

    private void save() {
        People.Addressed outcome = people.setAddress(current.actor(), person.id(), address.getValue());
        address.setInvalid(outcome instanceof People.Addressed.Refused);
        switch (outcome) {
            case People.Addressed.Kept(Person kept) -> {
                address.setValue(kept.email());
                done.setText(text(kept.email().isEmpty() ? "people.address.gone" : "people.address.saved"));
            }
            case People.Addressed.Refused refused -> {
                address.setErrorMessage(refused.sentence().in(Reader.language()));
                done.setText("");
            }
        }
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
