package io.gatehouse.portal.ui.card;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.cardfacts.CardMarkdown;
import io.gatehouse.cardfacts.FilledCard;
import io.gatehouse.modelcard.CardAnswer;
import io.gatehouse.modelcard.CardField;
import io.gatehouse.modelcard.ModelCards;
import io.gatehouse.portal.ui.components.Draft;
import io.gatehouse.portal.ui.components.Notice;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.Tone;
import java.util.List;
import java.util.Optional;

/** One field of a card: its question, the words, and where they come from. What is typed is kept in the browser until it is saved. */
class CardFieldEditor extends Div {
    private final CardField field;
    private final transient Draft draft;
    private final TextArea words = new TextArea();
    private final Checkbox holds = new Checkbox(text("card.holds"));
    private final Paragraph origin = new Paragraph();
    private final Notice notice = new Notice(Tone.WATCH).announced();
    private String standing = "";

    CardFieldEditor(CardField field, FilledCard card, Draft draft) {
        this.field = field;
        this.draft = draft;
        addClassName("gh-card-field");
        setId(field.key());
        List<String> requiredBy = card.requiredBy().getOrDefault(field, List.of());
        words.setLabel(Reader.word(field));
        words.setHelperText(text("card.help." + field)
                + (requiredBy.isEmpty() ? "" : " " + text("card.required.by", String.join(", ", requiredBy))));
        words.setRequiredIndicatorVisible(!requiredBy.isEmpty());
        words.setMaxLength(ModelCards.LONGEST);
        words.setMinRows(2);
        words.setWidthFull();
        words.setValueChangeMode(ValueChangeMode.ON_BLUR);
        origin.addClassName("gh-caption");
        notice.setVisible(false);
        add(words, holds, origin, notice);
        show(card);
        draft.keep(words, kept -> unsaved());
        draft.read(this, this::putBack);
    }

    /** Words that were not saved take the place of those that stand, which are shown beside them. */
    private void putBack(String kept) {
        if (!kept.equals(words.getValue())) {
            words.setValue(kept);
            unsaved();
        }
    }

    private void unsaved() {
        notice.tell(standing.isEmpty() ? text("card.unsaved") : text("card.unsaved.beside", standing));
    }

    /** Shows what stands on the card, unless somebody has begun to write something else. */
    final void show(FilledCard card) {
        Optional<CardAnswer> answer =
                card.answers().answer(field).filter(said -> !said.words().isEmpty());
        String now = answer.map(CardAnswer::words).orElse("");
        boolean untouched = words.getValue().equals(standing);
        String before = standing;
        standing = now;
        if (untouched) {
            words.setValue(now);
            notice.setVisible(false);
        } else if (!now.equals(before)) {
            notice.tell(text("card.meanwhile", now.isEmpty() ? text("card.unanswered.short") : now));
        }
        holds.setVisible(answer.filter(said -> !said.confirmed()).isPresent());
        holds.setValue(false);
        origin.setText(answer.map(CardMarkdown::origin).orElse(""));
        origin.setVisible(answer.isPresent());
    }

    /** Says that what is carried over still holds, where there is something to say it of. */
    void confirm() {
        if (holds.isVisible()) {
            holds.setValue(true);
        }
    }

    boolean carried() {
        return holds.isVisible();
    }

    /** The words to save; empty if there is nothing new to say. */
    Optional<String> said() {
        String written = words.getValue().strip();
        return !written.equals(standing) || holds.isVisible() && holds.getValue()
                ? Optional.of(written)
                : Optional.empty();
    }

    /** What was written stands on the card now. */
    void saved() {
        standing = words.getValue();
        draft.drop();
    }

    CardField field() {
        return field;
    }

    /** Brings it into view, ready to be written. */
    void open() {
        words.focus();
        getElement().executeJs("setTimeout(() => this.scrollIntoView({block: 'center'}), 100)");
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
