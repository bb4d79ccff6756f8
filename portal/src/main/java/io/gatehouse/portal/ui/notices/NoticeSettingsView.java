package io.gatehouse.portal.ui.notices;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.gatehouse.notices.Deliveries;
import io.gatehouse.notices.NoticeChoices;
import io.gatehouse.notices.NoticeKind;
import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Page;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Breadcrumbs;
import io.gatehouse.portal.ui.components.Notice;
import io.gatehouse.portal.ui.components.PageHeader;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.Tone;
import io.gatehouse.portal.ui.people.AddressField;
import jakarta.annotation.security.PermitAll;
import java.util.Set;

/** Where mail to the reader goes, and what comes by mail. What they choose counts at once, for what happens from now on. */
@Route(Places.NOTICE_SETTINGS)
@PermitAll
public class NoticeSettingsView extends Page implements BeforeEnterObserver {
    private final transient CurrentPerson current;
    private final transient NoticeChoices choices;
    private final transient Deliveries deliveries;
    private final transient People people;

    NoticeSettingsView(CurrentPerson current, NoticeChoices choices, Deliveries deliveries, People people) {
        this.current = current;
        this.choices = choices;
        this.deliveries = deliveries;
        this.people = people;
        setPageTitle(text("notices.settings"), text("notices.title"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        add(new PageHeader(text("notices.settings"))
                .trail(new Breadcrumbs().to(Places.NOTICES, text("notices.title")))
                .verdict(text("notices.settings.verdict")));
        Person person = people.byId(current.actor().person().id()).orElseThrow();
        String trouble = trouble(person);
        if (!trouble.isEmpty()) {
            add(new Notice(Tone.WATCH, new Paragraph(trouble)));
        }
        add(
                section(
                        text("notices.address"),
                        text("notices.address.intro"),
                        new AddressField(current, people, person)),
                section(text("notices.choices"), text("notices.choices.intro"), kinds()));
    }

    /** Why no mail comes, if none does. */
    private String trouble(Person person) {
        if (!deliveries.anyChannel()) {
            return text("notices.no-mail");
        }
        String failure = deliveries.lastFailure(current.actor());
        if (person.email().isEmpty()) {
            return text("notices.no-address");
        }
        return failure.isEmpty() ? "" : text("notices.not-arrived", failure);
    }

    private Div kinds() {
        Set<NoticeKind> byMail = choices.byMail(current.actor());
        Div all = new Div();
        all.addClassName("gh-choices");
        for (NoticeKind kind : NoticeKind.values()) {
            RadioButtonGroup<Boolean> way = new RadioButtonGroup<>(Reader.word(kind));
            way.setItems(true, false);
            way.setItemLabelGenerator(mail -> text(mail ? "notices.by-mail" : "notices.on-screen"));
            way.setHelperText(text("notices.kind." + kind));
            way.setValue(byMail.contains(kind));
            way.addValueChangeListener(change -> choices.choose(current.actor(), kind, change.getValue()));
            all.add(way);
        }
        return all;
    }
}
