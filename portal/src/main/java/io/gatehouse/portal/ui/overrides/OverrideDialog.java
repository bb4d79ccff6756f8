package io.gatehouse.portal.ui.overrides;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.overrides.Overrides.Outcome;
import io.gatehouse.overrides.Overrides.Wanted;
import io.gatehouse.portal.ui.components.Draft;
import io.gatehouse.portal.ui.components.FieldWords;
import io.gatehouse.portal.ui.components.RefusalNotice;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** Says what an override means, takes the reason, the compensating control and the last day, and keeps them if it was refused. */
class OverrideDialog extends Dialog {
    private static final int LONGEST = 4_000;
    private static final int USUAL_DAYS = 30;

    private final transient Function<Wanted, Outcome> act;
    private final transient Runnable done;
    private final transient List<Draft> drafts;
    private final TextArea reason = area("override.dialog.reason");
    private final TextArea control = area("override.dialog.control");
    private final DatePicker until = new DatePicker(text("override.dialog.until"));
    private final RefusalNotice refusal = new RefusalNotice();
    private final Button confirm;

    /**
     * What is asked.
     *
     * @param title of the dialog
     * @param means what comes of it, in plain words
     * @param today first day that can be the last
     * @param mostDays longest time that the policy allows
     * @param reason draft of it
     * @param control draft of it
     */
    record Question(String title, String means, LocalDate today, int mostDays, Draft reason, Draft control) {}

    OverrideDialog(Question question, Function<Wanted, Outcome> act, Runnable done) {
        this.act = act;
        this.done = done;
        this.drafts = List.of(question.reason, question.control);
        setHeaderTitle(question.title);
        setWidth("min(600px, 94vw)");
        until.setI18n(FieldWords.days());
        until.setMin(question.today);
        until.setMax(question.today.plusDays(question.mostDays));
        until.setValue(question.today.plusDays(Math.min(USUAL_DAYS, question.mostDays)));
        until.setRequiredIndicatorVisible(true);
        until.setHelperText(text("override.dialog.until.limit", question.mostDays));
        until.setErrorMessage(text("override.dialog.until.limit", question.mostDays));
        control.setHelperText(text("override.dialog.control.example"));
        question.reason.keep(reason, kept -> reason.setHelperText(text("unsent.restored")));
        question.control.keep(control, kept -> control.setHelperText(text("unsent.restored")));
        Div body = new Div(new Paragraph(question.means), reason, control, until, refusal);
        body.addClassNames("gh-stack", "gh-dialog");
        add(body);
        confirm = new Button(text("override.dialog.confirm"), click -> submit());
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setDisableOnClick(true);
        getFooter().add(new Button(text("review.dialog.cancel"), click -> close()), confirm);
        addOpenedChangeListener(opened -> {
            if (opened.isOpened()) {
                reason.focus();
            }
        });
    }

    private static TextArea area(String key) {
        TextArea area = new TextArea(text(key));
        area.setRequiredIndicatorVisible(true);
        area.setErrorMessage(text(key + ".missing"));
        area.setWidthFull();
        area.setMaxLength(LONGEST);
        area.setMinRows(2);
        return area;
    }

    private void submit() {
        confirm.setEnabled(true);
        reason.setInvalid(reason.getValue().isBlank());
        control.setInvalid(control.getValue().isBlank());
        LocalDate day = until.getValue();
        if (reason.isInvalid() || control.isInvalid() || day == null) {
            (reason.isInvalid() ? reason : control).focus();
            until.setInvalid(day == null);
            return;
        }
        switch (act.apply(new Wanted(reason.getValue(), control.getValue(), day))) {
            case Outcome.Done proposed -> {
                drafts.forEach(Draft::drop);
                close();
                done.run();
            }
            case Outcome.Refused refused -> {
                until.setInvalid(refused.field().equals("until"));
                refusal.say(refused.sentence());
            }
        }
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
