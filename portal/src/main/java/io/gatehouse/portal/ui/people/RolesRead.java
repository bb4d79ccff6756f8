package io.gatehouse.portal.ui.people;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.people.Person;
import io.gatehouse.portal.ui.components.Reader;

/** Somebody's roles, to be read: each with what it lets them do. */
public class RolesRead extends UnorderedList {
    public RolesRead(Person person) {
        addClassName("gh-plain-list");
        person.roles().stream().sorted().forEach(role -> {
            Span what = new Span(I18NProvider.translate("role." + role.name()));
            what.addClassName("gh-caption");
            add(new ListItem(new Span(Reader.word(role)), new Span(" "), what));
        });
    }
}
