package io.gatehouse.portal.ui.people;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.gatehouse.accounts.AccountOutcome;
import io.gatehouse.accounts.Accounts;
import io.gatehouse.accounts.SignInLinks;
import io.gatehouse.people.Action;
import io.gatehouse.people.Permissions;
import io.gatehouse.people.Person;
import io.gatehouse.people.Role;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Breadcrumbs;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.RefusalNotice;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Set;

/** Adds somebody and shows the link by which they settle how they sign in. */
@Route(Places.NEW_PERSON)
@PermitAll
public class NewPersonView extends Page implements BeforeEnterObserver {
    private final transient CurrentPerson current;
    private final transient Accounts accounts;
    private final transient SignInLinks links;

    private final TextField name = new TextField(text("people.name"));
    private final TextField username = new TextField(text("people.username"));
    private final EmailField email = new EmailField(text("people.address"));
    private final RoleBoxes roles = new RoleBoxes(Set.<Role>of());
    private final RefusalNotice refusal = new RefusalNotice();
    private final Div shown = new Div();

    NewPersonView(CurrentPerson current, Accounts accounts, SignInLinks links) {
        this.current = current;
        this.accounts = accounts;
        this.links = links;
        setPageTitle(text("people.add"), text("people.title"));
        name.setPlaceholder(text("people.name.example"));
        username.setPlaceholder(text("people.username.example"));
        username.setHelperText(text("people.username.help"));
        email.setHelperText(text("people.address.help"));
        for (TextFieldBase<?, String> field : List.<TextFieldBase<?, String>>of(name, username)) {
            field.setRequiredIndicatorVisible(true);
        }
        for (HasValidation field : fields()) {
            field.setManualValidation(true);
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Permissions.require(current.actor(), Action.MANAGE_PEOPLE);
        removeAll();
        add(
                new PageHeader(text("people.add"))
                        .trail(new Breadcrumbs().to(Places.PEOPLE, text("people.title")))
                        .verdict(text("people.add.verdict")),
                shown);
        ask();
    }

    private void ask() {
        Button add = new Button(text("people.add"), click -> save());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        Div fields = new Div(name, username, email);
        fields.addClassName("gh-form-grid");
        Div end = new Div(add, Places.button(Places.PEOPLE, text("people.add.cancel")));
        end.addClassName("gh-toolbar");
        Div form = new Div(fields, roles, refusal, end);
        form.addClassNames("gh-panel", "gh-account");
        add.addClickShortcut(Key.ENTER).listenOn(fields);
        shown.removeAll();
        shown.add(form);
        name.focus();
    }

    private void save() {
        fields().forEach(field -> field.setInvalid(false));
        refusal.setVisible(false);
        switch (accounts.add(
                current.actor(),
                new Accounts.NewAccount(username.getValue(), name.getValue(), email.getValue(), roles.getValue()))) {
            case AccountOutcome.Done(Person added) -> added(added);
            case AccountOutcome.Refused refused -> refuse(refused);
        }
    }

    private void added(Person person) {
        Div ways = new Div(
                Places.button(Places.person(person.username()), text("people.open", person.displayName())),
                new Button(text("people.add.another"), click -> {
                    List.<TextFieldBase<?, String>>of(name, username, email).forEach(TextFieldBase::clear);
                    roles.clear();
                    ask();
                }));
        ways.addClassName("gh-toolbar");
        shown.removeAll();
        switch (links.make(current.actor(), person.username())) {
            case SignInLinks.Link.Made made -> shown.add(new LinkBox(made), ways);
            case SignInLinks.Link.Refused(AccountOutcome.Refused why) -> {
                refusal.say(why.sentence());
                shown.add(refusal, ways);
            }
        }
    }

    private void refuse(AccountOutcome.Refused refused) {
        String why = Reader.said(refused.sentence());
        switch (refused.field()) {
            case "username" -> refuse(username, why);
            case "name" -> refuse(name, why);
            case "email" -> refuse(email, why);
            case "roles" -> roles.refuse(why);
            default -> refusal.say(refused.sentence());
        }
    }

    private static void refuse(TextFieldBase<?, String> field, String why) {
        field.setErrorMessage(why);
        field.setInvalid(true);
        field.focus();
    }

    private List<HasValidation> fields() {
        return List.of(name, username, email, roles);
    }
}
