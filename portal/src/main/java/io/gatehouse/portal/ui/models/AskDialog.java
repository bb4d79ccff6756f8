package io.gatehouse.portal.ui.models;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.policy.Use;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Draft;
import io.gatehouse.portal.ui.components.RefusalNotice;
import io.gatehouse.promotion.Promotions.Asked;

/** Asks for the promotion of a version: for which use, and what reviewers should know; then goes to the request. */
class AskDialog extends Dialog {
    private static final int LONGEST = 4_000;

    /** Opens the request, or says why not. */
    @FunctionalInterface
    interface Door {
        Asked ask(Use use, String note);
    }

    private final transient Draft draft;
    private final transient Door door;
    private final RadioButtonGroup<Use> use = new RadioButtonGroup<>();
    private final TextArea note = new TextArea();
    private final RefusalNotice refusal = new RefusalNotice();

    /** @param draft keeps the note until it is sent */
    AskDialog(String model, int version, Draft draft, Door door) {
        this.draft = draft;
        this.door = door;
        setHeaderTitle(text("ask.title", model, version));
        setWidth("min(560px, 94vw)");
        use.setLabel(text("ask.use"));
        use.setItems(Use.values());
        use.setItemLabelGenerator(each -> text("ask.use." + each));
        use.setValue(Use.HUMAN_REVIEWED);
        note.setLabel(text("ask.note"));
        note.setHelperText(text("ask.note.help"));
        note.setWidthFull();
        note.setMaxLength(LONGEST);
        note.setMinRows(3);
        Div body = new Div(new Paragraph(text("ask.what-happens")), use, note, refusal);
        body.addClassNames("gh-stack", "gh-dialog");
        add(body);
        Button confirm = new Button(text("ask.confirm"), click -> submit());
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(click -> confirm.setEnabled(true));
        draft.keep(note, kept -> note.setHelperText(text("unsent.restored")));
        getFooter().add(new Button(text("review.dialog.cancel"), click -> close()), confirm);
    }

    private void submit() {
        switch (door.ask(use.getValue(), note.getValue().strip())) {
            case Asked.Open open -> {
                draft.drop();
                getUI().ifPresent(ui -> {
                    close();
                    Places.go(ui, Places.promotion(open.number()));
                });
            }
            case Asked.Refused refused -> refusal.say(refused.sentence());
        }
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
