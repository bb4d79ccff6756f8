package io.gatehouse.portal.ui.review;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.modelcard.CardAnswer;
import io.gatehouse.modelcard.CardAnswers;
import io.gatehouse.modelcard.CardField;
import io.gatehouse.people.Action;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.card.CardProgress;
import io.gatehouse.portal.ui.components.Facts;
import io.gatehouse.portal.ui.components.Reader;
import java.util.List;

/** What the model card says of what the policy asks for, what it lacks, and the way to the whole of it. */
class CardPanel {
    private final CardAnswers answers;
    private final List<CardField> asked;
    private final CurrentPerson current;

    /** @param asked fields that the policy asks for by which the version was judged */
    CardPanel(CardAnswers answers, List<CardField> asked, CurrentPerson current) {
        this.answers = answers;
        this.asked = asked;
        this.current = current;
    }

    private static String unasked(long given) {
        return given == 0
                ? text("card.review.optional.none")
                : text(given == 1 ? "card.review.optional.one" : "card.review.optional", given);
    }

    private String given(int all) {
        int given = all - answers.missing(asked).size();
        return text(given == 1 ? "card.review.single" : "card.review", given, all);
    }

    Section section() {
        Section section = new Section(new H2(text("card.title")));
        section.addClassName("gh-section");
        long given =
                answers.answers().values().stream().filter(CardAnswer::given).count();
        section.add(new Paragraph(asked.isEmpty() ? unasked(given) : given(asked.size())));
        CardProgress.missing(answers, asked, current.may(Action.WRITE_MODEL_CARD))
                .ifPresent(section::add);
        Facts facts = new Facts();
        asked.stream()
                .filter(answers::given)
                .forEach(field -> facts.add(
                        Reader.word(field), answers.answer(field).orElseThrow().words()));
        if (asked.stream().anyMatch(answers::given)) {
            section.add(facts);
        }
        section.add(Places.link(Places.card(answers.model(), answers.version()), text("card.review.open")));
        return section;
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
