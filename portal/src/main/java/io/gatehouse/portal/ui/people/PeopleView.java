package io.gatehouse.portal.ui.people;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import io.gatehouse.accounts.Account;
import io.gatehouse.accounts.Accounts;
import io.gatehouse.notices.Deliveries;
import io.gatehouse.people.Action;
import io.gatehouse.people.Permissions;
import io.gatehouse.people.Person;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.RowsTable;
import io.gatehouse.portal.ui.components.StatusBadge;
import io.gatehouse.portal.ui.components.Table;
import io.gatehouse.portal.ui.components.Tone;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Everybody who has an account, with their roles and where it stands, and the mails that never arrived. */
@Route(Places.PEOPLE)
@PermitAll
public class PeopleView extends Page implements BeforeEnterObserver {
    private static final int MOST_FAILURES = 50;

    private final transient CurrentPerson current;
    private final transient Accounts accounts;
    private final transient Deliveries deliveries;

    PeopleView(CurrentPerson current, Accounts accounts, Deliveries deliveries) {
        this.current = current;
        this.accounts = accounts;
        this.deliveries = deliveries;
        setPageTitle(text("people.title"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Permissions.require(current.actor(), Action.MANAGE_PEOPLE);
        removeAll();
        List<Account> all = accounts.all(current.actor());
        Anchor add = Places.button(Places.NEW_PERSON, text("people.add"));
        add.addClassName("is-primary");
        add(
                new PageHeader(text("people.title")).verdict(verdict(all)).actions(add),
                everybody(all, event.getLocation()),
                failures());
    }

    private RowsTable<Account> everybody(List<Account> all, Location at) {
        return new RowsTable<>(text("people.all"), all, at)
                .column(
                        "name",
                        text("people.name"),
                        each -> Places.link(
                                Places.person(each.person().username()),
                                each.person().displayName()),
                        each -> each.person().displayName().toLowerCase(Locale.ROOT))
                .column(
                        "username",
                        text("people.username"),
                        each -> new Span(each.person().username()),
                        each -> each.person().username())
                .column(
                        "roles",
                        text("people.roles"),
                        each -> new Span(roles(each.person())),
                        each -> roles(each.person()))
                .column("seen", text("people.seen"), each -> new Span(seen(each)), Account::lastSeenAt)
                .column("state", text("people.state"), PeopleView::badge, Account::state)
                .choiceOfSeveral("may", text("people.role"), each -> names(each.person()))
                .choice("is", text("people.state"), each -> text("people.state." + each.state()))
                .found(each -> String.join(
                        " ",
                        each.person().displayName(),
                        each.person().username(),
                        each.person().email(),
                        roles(each.person()),
                        text("people.state." + each.state())))
                .shown();
    }

    static StatusBadge badge(Account account) {
        Tone tone = switch (account.state()) {
            case ACTIVE -> Tone.OK;
            case INVITED -> Tone.INFO;
            case LINK_OVER -> Tone.WATCH;
            case DEACTIVATED -> Tone.NONE;
        };
        return new StatusBadge(tone, text("people.state." + account.state()));
    }

    static String seen(Account account) {
        Instant seen = account.lastSeenAt();
        return seen == null ? text("people.seen.never") : Figures.dateTime(seen);
    }

    private static String roles(Person person) {
        return String.join(", ", names(person));
    }

    private static List<String> names(Person person) {
        return person.roles().stream().sorted().map(Reader::word).toList();
    }

    private static String verdict(List<Account> all) {
        long active = count(all, Account.State.ACTIVE);
        long invited = count(all, Account.State.INVITED, Account.State.LINK_OVER);
        String waiting = invited == 0 ? "" : " " + counted("people.verdict.invited", invited);
        return counted("people.verdict", active) + waiting;
    }

    private static long count(List<Account> all, Account.State... states) {
        return all.stream()
                .filter(each -> List.of(states).contains(each.state()))
                .count();
    }

    private static String counted(String key, long count) {
        return count == 1 ? text(key + ".one") : text(key + ".many", Figures.whole(count));
    }

    private Section failures() {
        if (!deliveries.anyChannel()) {
            return section(
                    text("people.undelivered"), new EmptyState(text("people.no-mail"), text("people.no-mail.hint")));
        }
        List<Deliveries.Undelivered> failures = deliveries.undelivered(current.actor(), MOST_FAILURES);
        if (failures.isEmpty()) {
            return section(
                    text("people.undelivered"),
                    new EmptyState(text("people.undelivered.none"), text("people.undelivered.none.hint")));
        }
        Table table = new Table(text("people.undelivered"))
                .untitled()
                .column(text("people.name"))
                .column(text("people.undelivered.about"))
                .column(text("people.undelivered.why"))
                .column(text("people.undelivered.at"));
        failures.forEach(one -> table.row(one.person(), one.subject(), one.why(), Figures.dateTime(one.at())));
        return section(text("people.undelivered"), text("people.undelivered.intro"), table);
    }
}
