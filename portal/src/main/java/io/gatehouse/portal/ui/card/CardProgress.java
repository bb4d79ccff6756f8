package io.gatehouse.portal.ui.card;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.cardfacts.FilledCard;
import io.gatehouse.modelcard.CardAnswers;
import io.gatehouse.modelcard.CardField;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Notice;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.Tone;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** How far a card is, and the way to each answer that is still missing. */
public final class CardProgress {
    private CardProgress() {}

    /** Such as “6 of 9 required answers given.” */
    static String sentence(FilledCard card) {
        FilledCard.Progress required = card.required(card.required());
        FilledCard.Progress all = card.all();
        int carried = card.answers().carried().size();
        String given = required.of() == 0
                ? text("card.progress.optional", all.given(), all.of())
                : text("card.progress", required.given(), required.of(), all.given(), all.of());
        return carried == 0 ? given : given + " " + text("card.progress.carried", carried);
    }

    /** What policies ask for and nobody has answered; empty if nothing is missing. */
    static Optional<Div> of(FilledCard card, boolean writes) {
        return missing(card.answers(), card.required(), writes);
    }

    /** Links to the fields among these that nobody has answered; empty if there are none. */
    public static Optional<Div> missing(CardAnswers answers, Collection<CardField> asked, boolean writes) {
        List<CardField> missing = answers.missing(asked);
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        UnorderedList list = new UnorderedList();
        missing.forEach(field -> list.add(new ListItem(Places.link(
                writes
                        ? Places.cardForm(answers.model(), answers.version(), field)
                        : Places.card(answers.model(), answers.version(), field),
                Reader.word(field)))));
        Div notice = new Notice(
                Tone.WATCH,
                new Paragraph(missing.size() == 1 ? text("card.missing.one") : text("card.missing", missing.size())),
                list);
        return Optional.of(notice);
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
