package io.gatehouse.portal.ui.overrides;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.overrides.Overrides.Outcome;
import io.gatehouse.portal.ui.components.RefusalNotice;
import java.util.function.Function;

/** Repeats what agreeing, declining or withdrawing brings about, and takes the words that it needs. */
class DecideDialog extends Dialog {
    private static final int LONGEST = 4_000;

    private final transient Function<String, Outcome> act;
    private final transient Runnable done;
    private final boolean needsWords;
    private final TextArea words = new TextArea(text("override.decide.reason"));
    private final RefusalNotice refusal = new RefusalNotice();
    private final Button confirm;

    /** @param verb {@code agree}, {@code decline} or {@code withdraw} @param means what comes of it @param needsWords whether a reason */
    DecideDialog(
            String verb, String title, String means, boolean needsWords, Function<String, Outcome> act, Runnable done) {
        this.act = act;
        this.done = done;
        this.needsWords = needsWords;
        setHeaderTitle(title);
        setWidth("min(520px, 94vw)");
        words.setRequiredIndicatorVisible(true);
        words.setErrorMessage(text("override.decide.reason.missing"));
        words.setWidthFull();
        words.setMaxLength(LONGEST);
        words.setMinRows(3);
        words.setVisible(needsWords);
        Div body = new Div(new Paragraph(means), words, refusal);
        body.addClassNames("gh-stack", "gh-dialog");
        add(body);
        confirm = new Button(text("override." + verb + ".confirm"), click -> submit());
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setDisableOnClick(true);
        getFooter().add(new Button(text("review.dialog.cancel"), click -> close()), confirm);
        addOpenedChangeListener(opened -> {
            if (opened.isOpened() && needsWords) {
                words.focus();
            }
        });
    }

    private void submit() {
        confirm.setEnabled(true);
        words.setInvalid(needsWords && words.getValue().isBlank());
        if (words.isInvalid()) {
            words.focus();
            return;
        }
        switch (act.apply(words.getValue())) {
            case Outcome.Done decided -> {
                close();
                done.run();
            }
            case Outcome.Refused refused -> {
                refusal.say(refused.sentence());
            }
        }
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
