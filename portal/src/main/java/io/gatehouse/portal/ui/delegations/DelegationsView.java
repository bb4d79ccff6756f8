package io.gatehouse.portal.ui.delegations;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import io.gatehouse.delegation.Delegation;
import io.gatehouse.delegation.Delegations;
import io.gatehouse.people.People;
import io.gatehouse.policy.Approver;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.PersonTag;
import io.gatehouse.portal.ui.components.RowsTable;
import io.gatehouse.portal.ui.components.StatusBadge;
import io.gatehouse.portal.ui.components.Tone;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Who reviews in whose stead, as far as it concerns the reader. */
@Route(Places.DELEGATIONS)
@PermitAll
public class DelegationsView extends Page implements BeforeEnterObserver {
    private final transient CurrentPerson current;
    private final transient Delegations delegations;
    private final transient People people;
    private final transient Clock clock;
    private final Div list = new Div();
    private transient Location at = new Location(Places.DELEGATIONS);

    DelegationsView(CurrentPerson current, Delegations delegations, People people, Clock clock) {
        this.current = current;
        this.delegations = delegations;
        this.people = people;
        this.clock = clock;
        setPageTitle(text("delegations.title"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        at = event.getLocation();
        removeAll();
        add(new PageHeader(text("delegations.title")).verdict(text("delegations.verdict")));
        if (current.person()
                .filter(person -> !Approver.of(person.roles()).isEmpty())
                .isPresent()) {
            add(section(text("delegations.new"), new NewDelegation(current, delegations, people, clock, this::show)));
        }
        add(section(text("delegations.all"), list));
        show();
    }

    private void show() {
        List<Delegation> known = delegations.of(current.actor());
        list.removeAll();
        list.add(
                known.isEmpty()
                        ? new EmptyState(text("delegations.empty"), text("delegations.empty.hint"))
                        : table(known));
    }

    private RowsTable<Delegation> table(List<Delegation> known) {
        Instant now = clock.instant();
        return new RowsTable<>(text("delegations.all"), known, at)
                .column(
                        "from",
                        text("delegations.from"),
                        one -> new PersonTag(one.from().displayName()),
                        one -> one.from().displayName())
                .column(
                        "to",
                        text("delegations.to"),
                        one -> new PersonTag(one.to().displayName()),
                        one -> one.to().displayName())
                .column(
                        "state",
                        text("delegations.state"),
                        one -> new StatusBadge(one.holds(now) ? Tone.OK : Tone.NONE, state(one, now)),
                        one -> state(one, now))
                // The last day is the one before the moment from which on it no longer holds.
                .column(
                        "until",
                        text("delegations.until"),
                        one -> new Span(Figures.date(one.until().minusMillis(1))),
                        Delegation::until)
                .plainColumn(text("delegations.reason"), one -> new Span(one.reason()))
                .plainColumn(text("delegations.ways"), one -> one.holds(now) ? end(one) : new Span(""))
                .choice("state", text("delegations.state"), one -> state(one, now))
                .found(one ->
                        String.join(" ", one.from().displayName(), one.to().displayName(), one.reason()))
                .shown();
    }

    private static String state(Delegation one, Instant now) {
        return text(one.holds(now) ? "delegations.holds" : "delegations.ended");
    }

    private Component end(Delegation one) {
        Button button = new Button(text("delegations.end"), click -> {
            delegations.end(current.actor(), one.id());
            show();
        });
        button.setAriaLabel(
                text("delegations.end.of", one.from().displayName(), one.to().displayName()));
        return button;
    }
}
