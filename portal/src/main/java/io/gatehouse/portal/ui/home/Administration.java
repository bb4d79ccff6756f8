package io.gatehouse.portal.ui.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.gatehouse.notices.Deliveries;
import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import io.gatehouse.people.Role;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.MenuPlace;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Notice;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.Tone;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What whoever runs the installation looks after, and what it cannot do yet. */
@SpringComponent
public class Administration {
    private static final Set<MenuPlace> ADMINISTERED =
            EnumSet.of(MenuPlace.PEOPLE, MenuPlace.WEBHOOKS, MenuPlace.STORAGE, MenuPlace.POLICIES);

    /** Without each of these somewhere, nothing becomes champion. */
    private static final List<Role> NEEDED = List.of(Role.DATA_SCIENTIST, Role.REVIEWER);

    private final CurrentPerson current;
    private final People people;
    private final Deliveries deliveries;

    Administration(CurrentPerson current, People people, Deliveries deliveries) {
        this.current = current;
        this.people = people;
        this.deliveries = deliveries;
    }

    /** The places, each with what it is for. */
    UnorderedList places() {
        UnorderedList list = new UnorderedList();
        list.addClassName("gh-list");
        MenuPlace.of(current).stream().filter(ADMINISTERED::contains).forEach(place -> {
            Span words = new Span(
                    Places.link(place.place(), place.title()), new Span(" · " + text("home.administrator." + place)));
            words.addClassName("gh-grow");
            list.add(new ListItem(words));
        });
        return list;
    }

    /** Roles that nobody has, without which no model gets anywhere; empty if somebody has each. */
    Optional<Component> missing() {
        List<Person> active = people.all().stream().filter(Person::active).toList();
        List<String> missing = NEEDED.stream()
                .filter(role -> active.stream().noneMatch(person -> person.has(role)))
                .map(Reader::word)
                .toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        Anchor add = Places.button(Places.NEW_PERSON, text("people.add"));
        return Optional.of(
                new Notice(Tone.WATCH, new Paragraph(text("home.administrator.missing", Reader.list(missing))), add));
    }

    /** That nobody is told anything by mail; empty if there is a mail server. */
    Optional<Component> noMail() {
        return deliveries.anyChannel()
                ? Optional.empty()
                : Optional.of(new Notice(Tone.WATCH, new Paragraph(text("home.administrator.no-mail"))));
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
