package io.gatehouse.portal.ui.account;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.accounts.AccountOutcome;
import io.gatehouse.accounts.Passwords;
import io.gatehouse.portal.ui.components.Reader;
import java.util.Optional;

/** A new password, twice, as password managers know such a form: with the name that it belongs to. */
public class NewPassword extends Div {
    private final PasswordField password = new PasswordField(text("password.new"));
    private final PasswordField again = new PasswordField(text("password.again"));

    /** @param before what is asked for between the name and the new password */
    public NewPassword(String username, PasswordField... before) {
        TextField name = new TextField(text("signin.username"));
        name.setValue(username);
        name.setReadOnly(true);
        name.setAutocomplete(Autocomplete.USERNAME);
        password.setHelperText(text("password.help", Passwords.SHORTEST));
        for (PasswordField field : new PasswordField[] {password, again}) {
            field.setAutocomplete(Autocomplete.NEW_PASSWORD);
            field.setRequiredIndicatorVisible(true);
            field.setManualValidation(true);
        }
        addClassName("gh-fields");
        add(name);
        add(before);
        add(password, again);
    }

    /** The password, once both are the same; otherwise the second field says that they are not. */
    public Optional<String> value() {
        password.setInvalid(false);
        again.setInvalid(false);
        if (password.getValue().equals(again.getValue())) {
            return Optional.of(password.getValue());
        }
        again.setErrorMessage(text("password.differs"));
        again.setInvalid(true);
        again.focus();
        return Optional.empty();
    }

    /** Says beside the field why the password cannot be the one. */
    public void refuse(AccountOutcome.Refused refusal) {
        password.setErrorMessage(Reader.said(refusal.sentence()));
        password.setInvalid(true);
        password.focus();
    }

    /** Puts the cursor where the new password goes. */
    public void focus() {
        password.focus();
    }

    public void clear() {
        password.clear();
        again.clear();
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
