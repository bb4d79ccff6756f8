package io.gatehouse.portal.ui.people;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.gatehouse.notices.Deliveries;
import io.gatehouse.people.Action;
import io.gatehouse.people.People;
import io.gatehouse.people.Permissions;
import io.gatehouse.people.Person;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.PersonTag;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.Table;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.stream.Collectors;

/** Everybody with their roles and addresses, and the mails that never arrived. */
@Route(Places.PEOPLE)
@PermitAll
public class PeopleView extends Page implements BeforeEnterObserver {
    private static final int MOST_FAILURES = 50;

    private final transient CurrentPerson current;
    private final transient People people;
    private final transient Deliveries deliveries;

    PeopleView(CurrentPerson current, People people, Deliveries deliveries) {
        this.current = current;
        this.people = people;
        this.deliveries = deliveries;
        setPageTitle(text("people.title"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Permissions.require(current.actor(), Action.MANAGE_PEOPLE);
        removeAll();
        add(
                new PageHeader(text("people.title"))
                        .verdict(text(deliveries.anyChannel() ? "people.verdict" : "people.verdict.no-mail")),
                section(text("people.all"), everybody()),
                section(text("people.accounts"), accounts()),
                failures());
    }

    private static Div accounts() {
        Div words = new Div(new Paragraph(text("people.accounts.made")), new Paragraph(text("people.accounts.not")));
        words.addClassNames("gh-stack", "gh-panel");
        return words;
    }

    private Table everybody() {
        Table table = new Table(text("people.all"))
                .untitled()
                .column(text("people.name"))
                .column(text("people.username"))
                .column(text("people.roles"))
                .column(text("people.address"));
        people.all().stream()
                .filter(person -> person.kind() == Person.Kind.HUMAN)
                .forEach(person -> table.row(
                        new PersonTag(person.displayName()),
                        new Span(person.username()),
                        new Span(roles(person)),
                        new AddressField(current, people, person, false)));
        return table;
    }

    private static String roles(Person person) {
        String roles = person.roles().stream().sorted().map(Reader::word).collect(Collectors.joining(", "));
        return person.active() ? roles : text("people.inactive", roles);
    }

    private Section failures() {
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
