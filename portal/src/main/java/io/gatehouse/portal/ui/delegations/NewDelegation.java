package io.gatehouse.portal.ui.delegations;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.delegation.Delegations;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.people.Permissions;
import io.gatehouse.people.Person;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.components.FieldWords;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.FormDraft;
import io.gatehouse.portal.ui.components.RefusalNotice;
import java.time.Clock;
import java.time.LocalDate;

/** To whom, until when and why. */
class NewDelegation extends Div {
    private static final int USUAL_DAYS = 14;

    private final transient CurrentPerson current;
    private final transient Delegations delegations;
    private final transient Runnable handed;
    private final ComboBox<Person> to = new ComboBox<>(text("delegations.to"));
    private final DatePicker until = new DatePicker(text("delegations.until"));
    private final TextField reason = new TextField(text("delegations.reason"));
    private final RefusalNotice refusal = new RefusalNotice();
    private final FormDraft draft;

    /** @param handed called once it is done */
    NewDelegation(CurrentPerson current, Delegations delegations, People people, Clock clock, Runnable handed) {
        this.current = current;
        this.delegations = delegations;
        this.handed = handed;
        LocalDate today = Figures.day(clock.instant());
        to.setItems(people.all().stream().filter(this::canBe).toList());
        to.setItemLabelGenerator(Person::displayName);
        to.setRequiredIndicatorVisible(true);
        until.setI18n(FieldWords.days());
        until.setMin(today);
        until.setMax(today.plusDays(Delegations.LONGEST.toDays() - 1));
        until.setValue(today.plusDays(USUAL_DAYS));
        until.setRequiredIndicatorVisible(true);
        reason.setPlaceholder(text("delegations.reason.example"));
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(1000);
        Button hand = new Button(text("delegations.hand"), click -> hand());
        hand.addThemeVariants(ButtonVariant.PRIMARY);
        Div form = new Div(to, until, reason, hand);
        form.addClassName("gh-toolbar");
        draft = new FormDraft(current.actor().person().id(), "delegation", "", () -> {
            to.clear();
            until.setValue(today.plusDays(USUAL_DAYS));
            reason.clear();
        });
        draft.choice("to", to, this::choose);
        draft.keep("until", until);
        draft.keep("reason", reason);
        draft.begin();
        add(draft, form, refusal);
    }

    private void choose(String name) {
        to.getListDataView()
                .getItems()
                .filter(person -> person.displayName().equals(name))
                .findFirst()
                .ifPresent(to::setValue);
    }

    private boolean canBe(Person person) {
        Actor self = current.actor();
        return person.kind() == Person.Kind.HUMAN
                && person.active()
                && !person.id().equals(self.person().answersTo())
                && Permissions.check(new Actor(person, self.via(), self.requestId()), Action.READ_PROMOTION)
                        .granted();
    }

    private void hand() {
        Person chosen = to.getValue();
        LocalDate day = until.getValue();
        to.setInvalid(chosen == null);
        to.setErrorMessage(text("delegations.to.missing"));
        until.setInvalid(day == null);
        until.setErrorMessage(text("delegations.until.missing"));
        if (chosen != null && day != null) {
            switch (delegations.hand(current.actor(), chosen.username(), Figures.endOf(day), reason.getValue())) {
                case Delegations.Outcome.Done done -> {
                    refusal.setVisible(false);
                    draft.drop();
                    to.clear();
                    reason.clear();
                    handed.run();
                }
                case Delegations.Outcome.Refused refused -> {
                    refusal.say(refused.sentence());
                }
            }
        }
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
