package io.gatehouse.portal.ui.card;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.cardfacts.CardMarkdown;
import io.gatehouse.cardfacts.FilledCard;
import io.gatehouse.checks.Figure;
import io.gatehouse.checks.SegmentFigures;
import io.gatehouse.modelcard.CardAnswer;
import io.gatehouse.modelcard.CardField;
import io.gatehouse.modelcard.CardSection;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.portal.ui.components.Facts;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.SegmentVerdict;
import io.gatehouse.portal.ui.components.StatusBadge;
import io.gatehouse.portal.ui.components.Table;
import io.gatehouse.portal.ui.components.Tone;
import java.util.ArrayList;
import java.util.List;

/** One part of a card: what is known, then what people said; fields that nobody answered and no policy asks for share one line. */
class CardPart {
    private final FilledCard card;
    private final CardSection of;
    private final boolean writes;

    CardPart(FilledCard card, CardSection of, boolean writes) {
        this.card = card;
        this.of = of;
        this.writes = writes;
    }

    Section section() {
        Section section = new Section(new H2(Reader.word(of)));
        section.addClassNames("gh-section", "gh-card-part");
        List<FilledCard.Fact> known = card.facts(of);
        if (!known.isEmpty()) {
            Facts facts = new Facts();
            known.forEach(fact -> facts.add(Reader.said(fact.name()), Reader.said(fact.value())));
            section.add(facts);
        }
        if (of == CardSection.ANALYSES) {
            analyses(section);
        }
        List<CardField> unanswered = new ArrayList<>();
        for (CardField field : CardField.in(of)) {
            boolean said = card.answers()
                    .answer(field)
                    .filter(answer -> !answer.words().isEmpty())
                    .isPresent();
            if (said || card.required().contains(field)) {
                section.add(answer(field));
            } else {
                unanswered.add(field);
            }
        }
        if (!unanswered.isEmpty()) {
            section.add(unanswered(unanswered));
        }
        return section;
    }

    private Article answer(CardField field) {
        Article article = new Article(new H3(Reader.word(field)));
        article.setId(field.key());
        article.addClassName("gh-card-answer");
        card.answers()
                .answer(field)
                .filter(answer -> !answer.words().isEmpty())
                .ifPresentOrElse(answer -> said(article, answer), () -> missing(article, field));
        return article;
    }

    private void said(Article article, CardAnswer answer) {
        Paragraph words = new Paragraph(answer.words());
        words.addClassName("gh-card-words");
        Paragraph origin = new Paragraph(Reader.said(CardMarkdown.origin(answer)));
        origin.addClassName("gh-caption");
        if (!answer.confirmed()) {
            article.add(new StatusBadge(Tone.WATCH, text("card.carried")));
        }
        article.add(words, origin);
    }

    private void missing(Article article, CardField field) {
        article.add(
                new StatusBadge(Tone.ACT, text("card.required")),
                new Paragraph(text(
                        "card.required.by", String.join(", ", card.requiredBy().getOrDefault(field, List.of())))));
        if (writes) {
            article.add(Places.link(
                    Places.cardForm(card.answers().model(), card.answers().version(), field), text("card.answer")));
        }
    }

    private Paragraph unanswered(List<CardField> fields) {
        Paragraph line = new Paragraph(new Span(text("card.unanswered") + " "));
        for (int i = 0; i < fields.size(); i++) {
            CardField field = fields.get(i);
            Component name = writes
                    ? Places.link(
                            Places.cardForm(
                                    card.answers().model(), card.answers().version(), field),
                            Reader.word(field))
                    : new Span(Reader.word(field));
            name.setId(field.key());
            line.add(name, new Span(i < fields.size() - 1 ? ", " : "."));
        }
        line.addClassName("gh-caption");
        return line;
    }

    private void analyses(Section section) {
        if (card.figures().isEmpty()) {
            section.add(new Paragraph(text("card.not-judged")));
            return;
        }
        Table figures = new Table(text("card.figures"))
                .column(text("card.figure"))
                .numberColumn(text("card.value"))
                .numberColumn(text("card.range"))
                .numberColumn(text("card.rows"));
        for (Figure figure : card.figures()) {
            figures.row(
                    Reader.figure(figure.name()),
                    Figures.estimate(figure, card.currency()),
                    Figures.interval(figure, card.currency()),
                    figure.n() == null ? "" : Figures.whole(figure.n()));
        }
        section.add(new Div(figures), new Div(groups()));
    }

    private Table groups() {
        Table table = new Table(text("card.groups"))
                .column(text("card.group"))
                .numberColumn(text("card.customers"))
                .numberColumn(text("card.found"))
                .numberColumn(text("card.range"))
                .column(text("card.verdict"));
        for (SegmentFigures group : card.groups()) {
            table.row(
                    new Span(Reader.attributeWithin(group.attribute()) + ": " + group.group()),
                    new Span(Figures.whole(group.counts().total())),
                    new Span(Figures.estimate(group.truePositiveRate(), null)),
                    new Span(Figures.interval(group.truePositiveRate(), null)),
                    new SegmentVerdict(group));
        }
        return table;
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
