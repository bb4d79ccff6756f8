package io.gatehouse.portal.ui.models;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.portal.ui.components.Draft;
import io.gatehouse.portal.ui.components.RefusalNotice;
import io.gatehouse.rollback.Rollbacks.Outcome;
import java.util.function.Function;

/** Says what a step of break-glass brings about, takes the words that it needs, and keeps them if it was refused. */
class RollbackDialog extends Dialog {
    private static final int LONGEST = 4_000;

    private final Draft draft;
    private final transient Function<String, Outcome> act;
    private final transient Runnable done;
    private final TextArea words = new TextArea();
    private final RefusalNotice refusal = new RefusalNotice();

    /** What is asked, and the words for it. */
    record Question(String title, String consequence, String label, String missing, String confirm, boolean grave) {}

    /** @param draft keeps the words until they are sent */
    RollbackDialog(Question question, Draft draft, Function<String, Outcome> act, Runnable done) {
        this.draft = draft;
        this.act = act;
        this.done = done;
        setHeaderTitle(question.title());
        setWidth("min(520px, 94vw)");
        words.setLabel(question.label());
        words.setRequiredIndicatorVisible(true);
        words.setWidthFull();
        words.setMaxLength(LONGEST);
        words.setMinRows(3);
        words.setErrorMessage(question.missing());
        Div body = new Div(new Paragraph(question.consequence()), words, refusal);
        body.addClassNames("gh-stack", "gh-dialog");
        add(body);
        Button confirm = new Button(question.confirm(), click -> submit());
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        if (question.grave()) {
            confirm.addThemeVariants(ButtonVariant.ERROR);
        }
        confirm.setDisableOnClick(true);
        confirm.addClickListener(click -> confirm.setEnabled(true));
        draft.keep(words, kept -> words.setHelperText(I18NProvider.translate("unsent.restored")));
        getFooter().add(new Button(I18NProvider.translate("review.dialog.cancel"), click -> close()), confirm);
        addOpenedChangeListener(opened -> {
            if (opened.isOpened()) {
                words.focus();
            }
        });
    }

    private void submit() {
        boolean missing = words.getValue().isBlank();
        words.setInvalid(missing);
        if (missing) {
            words.focus();
            return;
        }
        switch (act.apply(words.getValue())) {
            case Outcome.Done done -> {
                draft.drop();
                close();
                this.done.run();
            }
            case Outcome.Refused refused -> {
                refusal.say(refused.sentence());
            }
        }
    }
}
