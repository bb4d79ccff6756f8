package io.gatehouse.cardfacts;

import io.gatehouse.checks.Figure;
import io.gatehouse.checks.SegmentFigures;
import io.gatehouse.modelcard.CardAnswer;
import io.gatehouse.modelcard.CardField;
import io.gatehouse.modelcard.CardSection;
import io.gatehouse.sentences.Language;
import io.gatehouse.sentences.Sentences;
import io.gatehouse.sentences.Words;
import io.gatehouse.sentences.Written;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A model card as Markdown, in the order of Mitchell et al., “Model Cards for Model Reporting” (2019). */
public final class CardMarkdown {
    /** Of a Markdown file. */
    public static final String TYPE = "text/markdown;charset=UTF-8";

    private static final String NONE = "–";

    private final StringBuilder text = new StringBuilder();

    private CardMarkdown() {}

    public static String of(FilledCard card) {
        CardMarkdown written = new CardMarkdown();
        written.head(card);
        for (CardSection section : CardSection.values()) {
            written.section(card, section);
        }
        return written.text.toString();
    }

    private void head(FilledCard card) {
        text.append("# Model card: ")
                .append(inline(card.answers().model()))
                .append(' ')
                .append(card.answers().version())
                .append("\n\n")
                .append(card.standing().english())
                .append('\n');
        card.revisions().stream()
                .findFirst()
                .ifPresent(last -> text.append('\n')
                        .append(Sentences.say(
                                        "card.revision",
                                        "revision",
                                        last.number(),
                                        "person",
                                        inline(last.by()),
                                        "day",
                                        Written.day(last.at()),
                                        "digest",
                                        last.sha256())
                                .english())
                        .append('\n'));
    }

    private void section(FilledCard card, CardSection section) {
        text.append("\n## ").append(Words.of(section)).append('\n');
        List<FilledCard.Fact> facts = card.facts(section);
        if (!facts.isEmpty()) {
            text.append('\n');
            facts.forEach(fact -> text.append("- **")
                    .append(inline(fact.name()))
                    .append(":** ")
                    .append(inline(fact.value()))
                    .append('\n'));
        }
        if (section == CardSection.ANALYSES) {
            figures(card.figures(), card.currency());
            groups(card.groups());
        }
        CardField.in(section).forEach(field -> answer(field, card.answers().answer(field)));
    }

    private void answer(CardField field, Optional<CardAnswer> answer) {
        text.append("\n### ").append(Words.of(field)).append("\n\n");
        if (answer.isEmpty() || answer.get().words().isEmpty()) {
            text.append('_').append(Sentences.say("card.unanswered").english()).append("_\n");
            return;
        }
        answer.get()
                .words()
                .lines()
                .forEach(line -> text.append("> ").append(line).append('\n'));
        text.append("\n_").append(inline(origin(answer.get()))).append("_\n");
    }

    /** Who said it and whether it counts. */
    public static String origin(CardAnswer answer) {
        Integer from = answer.carriedFrom();
        String code = answer.confirmed()
                ? from == null ? "card.origin.said" : "card.origin.confirmed"
                : "card.origin.carried";
        return Sentences.say(
                        code,
                        "person",
                        answer.by(),
                        "day",
                        Written.day(answer.at()),
                        "version",
                        from == null ? 0 : from)
                .english();
    }

    private void figures(List<Figure> figures, @Nullable Currency currency) {
        if (figures.isEmpty()) {
            return;
        }
        text.append('\n');
        row("Figure", "Value", "Range", "Rows");
        rule(4);
        figures.forEach(figure -> row(
                Words.figure(figure.name()),
                written(figure, figure.estimate(), currency),
                range(figure, currency),
                figure.n() == null ? "" : Written.whole(figure.n())));
    }

    private void groups(List<SegmentFigures> groups) {
        if (groups.isEmpty()) {
            return;
        }
        text.append('\n');
        row("Group", "Customers", "Leavers found", "Range", "Verdict");
        rule(5);
        groups.forEach(group -> row(
                group.attribute().replace('_', ' ') + ": " + group.group(),
                Written.whole(group.counts().total()),
                written(group.truePositiveRate(), group.truePositiveRate().estimate(), null),
                range(group.truePositiveRate(), null),
                group.verdictInWords(Language.ENGLISH)));
    }

    /** A figure as its kind is written; a dash where there is none. */
    private static String written(Figure figure, @Nullable Double value, @Nullable Currency currency) {
        if (value == null || !Double.isFinite(value)) {
            return NONE;
        }
        return switch (figure.unit()) {
            case SHARE -> Written.share(value);
            case INDEX, RATIO -> Written.index(value);
            case MONEY -> currency == null ? NONE : Written.money(value, currency);
            case COUNT -> Written.whole(Math.round(value));
        };
    }

    private static String range(Figure figure, @Nullable Currency currency) {
        return figure.low() == null || figure.high() == null
                ? NONE
                : written(figure, figure.low(), currency) + " to " + written(figure, figure.high(), currency);
    }

    private void row(String... cells) {
        for (String cell : cells) {
            text.append("| ").append(inline(cell)).append(' ');
        }
        text.append("|\n");
    }

    private void rule(int columns) {
        text.append("|---".repeat(columns)).append("|\n");
    }

    /** What must not end a cell, a line or an emphasis. */
    private static String inline(String words) {
        return words.replaceAll("\\s+", " ").replaceAll("([\\\\`*_\\[\\]<>|#])", "\\\\$1");
    }
}
