package io.gatehouse.portal.ui.account;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.gatehouse.accounts.AccountOutcome;
import io.gatehouse.accounts.Identities;
import io.gatehouse.accounts.Passwords;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Person;
import io.gatehouse.portal.security.SignInThrottle;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Facts;
import io.gatehouse.portal.ui.components.Notice;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.RefusalNotice;
import io.gatehouse.portal.ui.components.Tone;
import io.gatehouse.portal.ui.people.RolesRead;
import io.gatehouse.portal.ui.signin.Joining;
import io.gatehouse.portal.ui.signin.OtherWays;
import io.gatehouse.portal.ui.signin.SessionMark;
import io.gatehouse.portal.ui.signin.SignedInPeople;
import io.gatehouse.portal.ui.signin.TurnedAway;
import io.gatehouse.sentences.Sentences;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;

/** Who one is here and what one may, how one signs in, and the way out of every session. */
@Route(Places.ACCOUNT)
@PermitAll
public class AccountView extends Page implements BeforeEnterObserver {
    private final transient CurrentPerson current;
    private final transient Passwords passwords;
    private final transient Identities identities;
    private final transient SignInThrottle throttle;
    private final transient OtherWays otherWays;
    private final RefusalNotice turnedAway = new RefusalNotice();
    private final Notice said = new Notice(Tone.OK).announced();

    AccountView(
            CurrentPerson current,
            Passwords passwords,
            Identities identities,
            SignInThrottle throttle,
            OtherWays otherWays) {
        this.current = current;
        this.identities = identities;
        this.otherWays = otherWays;
        this.passwords = passwords;
        this.throttle = throttle;
        setPageTitle(text("account.title"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Person person = current.actor().person();
        removeAll();
        said.setVisible(false);
        turnedAway.setVisible(false);
        TurnedAway.take().ifPresent(turnedAway::say);
        add(
                new PageHeader(text("account.title")).verdict(text("account.verdict", person.displayName())),
                said,
                turnedAway,
                section(text("account.who"), facts(person)));
        if (otherWays.any()) {
            add(ways(person));
        }
        if (!otherWays.alone()) {
            add(
                    passwords.has(person)
                            ? section(text("account.password"), text("account.password.intro"), password(person))
                            : section(text("account.password"), text("account.password.none")));
        }
        add(section(text("account.sessions"), text("account.sessions.intro"), sessions()));
    }

    private static Div facts(Person person) {
        Div all = new Div(new Facts()
                .add(text("people.name"), person.displayName())
                .code(text("people.username"), person.username())
                .add(text("people.roles"), new RolesRead(person))
                .add(text("people.address"), Places.link(Places.NOTICE_SETTINGS, address(person))));
        all.addClassName("gh-panel");
        return all;
    }

    private static String address(Person person) {
        return person.email().isEmpty() ? text("account.address.none") : person.email();
    }

    /** A way in that lasts is made by whoever knows the password, and not by whoever finds the screen open. */
    private Section ways(Person person) {
        Div all = new Div();
        identities
                .of(person)
                .forEach(identity -> all.add(new Paragraph(text("account.ways.joined", identity.knownAs()))));
        all.addClassNames("gh-panel", "gh-account");
        if (otherWays.alone()) {
            return section(text("account.ways.only"), text("account.ways.only.other"), all);
        }
        if (!passwords.has(person)) {
            return section(text("account.ways"), text("account.ways.other"), all);
        }
        PasswordField proof = current();
        all.add(proof, otherWays.joining(() -> joining(person, proof)));
        return section(text("account.ways"), text("account.ways.intro"), all);
    }

    private Optional<Joining> joining(Person person, PasswordField proof) {
        proof.setInvalid(false);
        String address = SignedInPeople.address();
        if (throttle.mustWait(person.username(), address)) {
            refuse(proof, text("password.wait"));
        } else if (passwords.is(person, proof.getValue())) {
            throttle.succeeded(person.username(), address);
            return Optional.of(new Joining.BySession(mark()));
        } else {
            throttle.failed(person.username(), address);
            refuse(proof, Reader.said(Sentences.say("account.password.wrong")));
        }
        return Optional.empty();
    }

    private static PasswordField current() {
        PasswordField field = new PasswordField(text("password.current"));
        field.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        field.setRequiredIndicatorVisible(true);
        field.setManualValidation(true);
        return field;
    }

    private Div password(Person person) {
        PasswordField before = current();
        NewPassword wanted = new NewPassword(person.username(), before);
        Button change = new Button(text("password.change"), click -> change(before, wanted));
        change.addThemeVariants(ButtonVariant.PRIMARY);
        change.addClickShortcut(Key.ENTER).listenOn(wanted);
        Div form = new Div(wanted, change);
        form.addClassNames("gh-panel", "gh-account");
        return form;
    }

    private void change(PasswordField before, NewPassword wanted) {
        before.setInvalid(false);
        said.setVisible(false);
        Actor actor = current.actor();
        String name = actor.person().username();
        String address = SignedInPeople.address();
        wanted.value().ifPresent(password -> {
            // Whoever sits down at somebody else's screen tries no more passwords here than at the door.
            if (throttle.mustWait(name, address)) {
                refuse(before, text("password.wait"));
                return;
            }
            SessionMark mark = mark();
            switch (passwords.change(actor, mark.round(), before.getValue(), password)) {
                case AccountOutcome.Done done -> {
                    throttle.succeeded(name, address);
                    mark.renew();
                    before.clear();
                    wanted.clear();
                    tell(text("password.changed"));
                }
                case AccountOutcome.Refused refused
                when refused.field().equals("current") -> {
                    throttle.failed(name, address);
                    refuse(before, Reader.said(refused.sentence()));
                }
                case AccountOutcome.Refused refused when refused.code().equals("SESSION_OVER") -> leave();
                case AccountOutcome.Refused refused -> wanted.refuse(refused);
            }
        });
    }

    /** This session is over meanwhile: the door says so. */
    private void leave() {
        getUI().ifPresent(ui -> ui.getPage().reload());
    }

    private void tell(String done) {
        said.tell(done);
        said.scrollIntoView();
    }

    /** That of this session, which the door set. */
    private static SessionMark mark() {
        return SessionMark.current().orElseThrow();
    }

    private static void refuse(PasswordField field, String why) {
        field.setErrorMessage(why);
        field.setInvalid(true);
        field.focus();
    }

    private Div sessions() {
        Button end = new Button(text("account.sessions.end"), click -> {
            SessionMark mark = mark();
            switch (passwords.endSessions(current.actor(), mark.round())) {
                case AccountOutcome.Done done -> {
                    mark.renew();
                    tell(text("account.sessions.ended"));
                }
                case AccountOutcome.Refused over -> leave();
            }
        });
        Div row = new Div(end, Places.button(Places.TOKENS, text("tokens.title")));
        row.addClassName("gh-toolbar");
        return row;
    }
}
