package io.gatehouse.portal.ui.people;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.accounts.AccountOutcome;
import io.gatehouse.accounts.Accounts;
import io.gatehouse.people.Person;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.components.Reader;
import java.util.function.Consumer;

/** What somebody is called and where mail to them goes, to be changed together. */
class PersonDetails extends Div {
    private final transient CurrentPerson current;
    private final transient Accounts accounts;
    private final transient Consumer<String> saved;
    private final String username;
    private final TextField name = new TextField(text("people.name"));
    private final EmailField email = new EmailField(text("people.address"));

    /** @param saved told what was done, once it is */
    PersonDetails(CurrentPerson current, Accounts accounts, Person person, Consumer<String> saved) {
        this.current = current;
        this.accounts = accounts;
        this.saved = saved;
        this.username = person.username();
        name.setValue(person.displayName());
        name.setRequiredIndicatorVisible(true);
        name.setManualValidation(true);
        email.setValue(person.email());
        email.setManualValidation(true);
        email.setMaxLength(320);
        email.setHelperText(text("people.address.help"));
        TextField called = new TextField(text("people.username"));
        called.setValue(person.username());
        called.setReadOnly(true);
        called.setHelperText(text("people.username.stays"));
        Button save = new Button(text("people.details.save"), click -> save());
        Div fields = new Div(name, called, email);
        fields.addClassName("gh-form-grid");
        save.addClickShortcut(Key.ENTER).listenOn(fields);
        addClassNames("gh-panel", "gh-account");
        add(fields, save);
    }

    private void save() {
        name.setInvalid(false);
        email.setInvalid(false);
        switch (accounts.correct(current.actor(), username, name.getValue(), email.getValue())) {
            case AccountOutcome.Done done -> saved.accept(text("people.details.saved"));
            case AccountOutcome.Refused refused ->
                refuse(refused.field().equals("email") ? email : name, Reader.said(refused.sentence()));
        }
    }

    private static void refuse(TextFieldBase<?, String> field, String why) {
        field.setErrorMessage(why);
        field.setInvalid(true);
        field.focus();
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
