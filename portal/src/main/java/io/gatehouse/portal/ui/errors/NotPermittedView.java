package io.gatehouse.portal.ui.errors;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import io.gatehouse.people.NotPermittedException;
import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import io.gatehouse.people.Role;
import io.gatehouse.portal.security.DoorRecord;
import io.gatehouse.portal.ui.MainLayout;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Facts;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.StatusBadge;
import io.gatehouse.portal.ui.components.Tone;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Collectors;

/** This is not for the person who asked: says which role it takes, and who can grant it. */
@ParentLayout(MainLayout.class)
@PermitAll
public class NotPermittedView extends Page implements HasErrorParameter<NotPermittedException> {
    private final transient People people;
    private final transient DoorRecord record;

    NotPermittedView(People people, DoorRecord record) {
        this.people = people;
        this.record = record;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotPermittedException> parameter) {
        record.refused(parameter.getException());
        setPageTitle(text("not-permitted.title"));
        removeAll();
        String administrators = people.all().stream()
                .filter(person -> person.active() && person.has(Role.ADMINISTRATOR))
                .map(Person::displayName)
                .collect(Collectors.joining(", "));
        add(
                new PageHeader(text("not-permitted.title"))
                        .badge(new StatusBadge(Tone.NONE, text("not-permitted.badge")))
                        .verdict(parameter.getException().sentence().in(Reader.language())),
                section(
                        text("not-permitted.whom"),
                        text("not-permitted.roles"),
                        new Facts().add(Reader.word(Role.ADMINISTRATOR), administrators)),
                new ErrorLinks().link(Places.HOME, text("menu.home")));
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
