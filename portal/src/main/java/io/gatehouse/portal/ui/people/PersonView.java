package io.gatehouse.portal.ui.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.gatehouse.accounts.Account;
import io.gatehouse.accounts.AccountOutcome;
import io.gatehouse.accounts.Accounts;
import io.gatehouse.accounts.Identities;
import io.gatehouse.accounts.SignInLinks;
import io.gatehouse.people.Action;
import io.gatehouse.people.Permissions;
import io.gatehouse.people.Person;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Breadcrumbs;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.Facts;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.Notice;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.RefusalNotice;
import io.gatehouse.portal.ui.components.Tone;
import io.gatehouse.portal.ui.tokens.TokenTable;
import io.gatehouse.tokens.AccessToken;
import io.gatehouse.tokens.AccessTokens;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** One account: what somebody is called, what they may, how they come in, and the way to shut them out. */
@Route("people/:username")
@PermitAll
public class PersonView extends Page implements BeforeEnterObserver {
    private final transient CurrentPerson current;
    private final transient Accounts accounts;
    private final transient SignInLinks links;
    private final transient Identities identities;
    private final transient AccessTokens tokens;
    private final transient Clock clock;
    private final Notice said = new Notice(Tone.OK).announced();
    private final RefusalNotice refusal = new RefusalNotice();
    private final Div shown = new Div();
    private String username = "";

    PersonView(
            CurrentPerson current,
            Accounts accounts,
            SignInLinks links,
            Identities identities,
            AccessTokens tokens,
            Clock clock) {
        this.current = current;
        this.accounts = accounts;
        this.links = links;
        this.identities = identities;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Permissions.require(current.actor(), Action.MANAGE_PEOPLE);
        username = event.getRouteParameters().get("username").orElse("");
        removeAll();
        said.setVisible(false);
        refusal.setVisible(false);
        add(shown);
        show();
    }

    private void show() {
        Account account = accounts.of(current.actor(), username)
                .orElseThrow(() -> new NotFoundException(text("people.unknown", username)));
        Person person = account.person();
        boolean own = person.id().equals(current.actor().person().id());
        setPageTitle(person.displayName(), text("people.title"));
        PageHeader header = new PageHeader(person.displayName())
                .trail(new Breadcrumbs().to(Places.PEOPLE, text("people.title")))
                .badge(PeopleView.badge(account))
                .verdict(verdict(account))
                .asOf(text("people.since", Figures.date(account.addedAt()), PeopleView.seen(account)));
        if (!own) {
            header.actions(person.active() ? deactivate(person) : reactivate(person));
        }
        shown.removeAll();
        shown.add(
                header,
                said,
                refusal,
                section(text("people.who"), new PersonDetails(current, accounts, person, this::tell)));
        if (own) {
            Span way = new Span(Places.button(Places.ACCOUNT, text("account.title")));
            shown.add(section(text("people.roles"), text("people.own"), new RolesRead(person), way));
        } else {
            shown.add(section(text("people.roles"), text("people.roles.intro"), roles(person)));
            if (!account.identities().isEmpty()) {
                shown.add(vouchedFor(account));
            }
            if (person.active()) {
                shown.add(link(account));
            }
        }
        shown.add(section(text("people.tokens"), text("people.tokens.intro"), tokens(person)));
    }

    private static String verdict(Account account) {
        String state = text("people.state.what." + account.state(), until(account));
        return account.state() == Account.State.ACTIVE && account.linkUntil() != null
                ? state + " " + text("people.state.link", until(account))
                : state;
    }

    private static String until(Account account) {
        Instant until = account.linkUntil();
        return until == null ? "" : Figures.dateTime(until);
    }

    private Div roles(Person person) {
        RoleBoxes boxes = new RoleBoxes(person.roles());
        Button save = new Button(text("people.roles.save"), click -> {
            boxes.setInvalid(false);
            switch (accounts.grant(current.actor(), username, boxes.getValue())) {
                case AccountOutcome.Done(Person now) -> tell(text("people.roles.saved", now.displayName()));
                case AccountOutcome.Refused refused
                when refused.field().equals("roles") -> boxes.refuse(Reader.said(refused.sentence()));
                case AccountOutcome.Refused refused -> refuse(refused);
            }
        });
        Div all = new Div(boxes, save);
        all.addClassNames("gh-panel", "gh-account");
        return all;
    }

    private Section vouchedFor(Account account) {
        Facts facts = new Facts();
        account.identities()
                .forEach(identity -> facts.add(text("people.identity.known"), identity.knownAs())
                        .code(text("people.identity.issuer"), identity.issuer()));
        Button release = new Button(
                text("people.identity.release"),
                click -> after(
                        identities.release(current.actor(), username),
                        text("people.identity.released", account.person().displayName())));
        Div all = new Div(facts, release);
        all.addClassNames("gh-panel", "gh-account");
        return section(text("people.identity"), text("people.identity.intro"), all);
    }

    private Section link(Account account) {
        Div made = new Div();
        Button make = new Button(text(account.hasPassword() ? "link.make.again" : "link.make"), click -> {
            switch (links.make(current.actor(), username)) {
                case SignInLinks.Link.Made link -> {
                    made.removeAll();
                    made.add(new LinkBox(link));
                }
                case SignInLinks.Link.Refused(AccountOutcome.Refused refused) -> refuse(refused);
            }
        });
        return section(
                text(account.hasPassword() ? "people.password" : "people.link"),
                text(account.hasPassword() ? "people.password.intro" : "people.link.intro"),
                make,
                made);
    }

    private Component tokens(Person person) {
        List<AccessToken> open = open(person);
        return open.isEmpty()
                ? new EmptyState(text("people.tokens.none"), text("people.tokens.none.hint"))
                : new TokenTable(text("people.tokens"), open, clock.instant(), token -> {
                    tokens.revoke(current.actor(), person.id(), token.id());
                    tell(text("people.tokens.revoked", token.name()));
                });
    }

    private List<AccessToken> open(Person person) {
        Instant now = clock.instant();
        return tokens.of(current.actor(), person.id()).stream()
                .filter(token -> token.state(now) == AccessToken.State.VALID)
                .toList();
    }

    private Button deactivate(Person person) {
        Button button = new Button(text("people.deactivate"), click -> {
            ConfirmDialog dialog = new ConfirmDialog();
            dialog.setHeader(text("people.deactivate.ask", person.displayName()));
            dialog.setText(
                    text("people.deactivate.consequence", stopping(open(person).size())));
            dialog.setCancelable(true);
            dialog.setCancelText(text("people.deactivate.keep"));
            dialog.setConfirmText(text("people.deactivate"));
            dialog.setConfirmButtonTheme("error primary");
            dialog.addConfirmListener(event -> after(
                    accounts.deactivate(current.actor(), username), text("people.deactivated", person.displayName())));
            dialog.open();
        });
        button.addThemeVariants(ButtonVariant.ERROR);
        return button;
    }

    private static String stopping(long tokens) {
        if (tokens == 0) {
            return text("people.deactivate.tokens.none");
        }
        return tokens == 1
                ? text("people.deactivate.tokens.one")
                : text("people.deactivate.tokens.many", Figures.whole(tokens));
    }

    private Button reactivate(Person person) {
        return new Button(
                text("people.reactivate"),
                click -> after(
                        accounts.reactivate(current.actor(), username),
                        text("people.reactivated", person.displayName())));
    }

    private void after(AccountOutcome outcome, String done) {
        switch (outcome) {
            case AccountOutcome.Done kept -> tell(done);
            case AccountOutcome.Refused refused -> refuse(refused);
        }
    }

    /** Shows the account as it is now, and what was done to it. */
    private void tell(String done) {
        refusal.setVisible(false);
        said.tell(done);
        show();
        said.scrollIntoView();
    }

    private void refuse(AccountOutcome.Refused refused) {
        said.setVisible(false);
        refusal.say(refused.sentence());
        refusal.scrollIntoView();
    }
}
