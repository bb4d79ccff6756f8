package io.gatehouse.cardfacts;

import io.gatehouse.checks.Figure;
import io.gatehouse.checks.SegmentFigures;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.modelcard.CardAnswers;
import io.gatehouse.modelcard.CardField;
import io.gatehouse.modelcard.CardRevision;
import io.gatehouse.modelcard.CardSection;
import io.gatehouse.sentences.Sentence;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A model card as people read it.
 *
 * @param answers what people said
 * @param requiredBy fields that policies in force ask for, each with the names of those policies; of policies under which nothing can be
 *     promoted yet, none
 * @param facts what the registry knows, in the order of the card
 * @param evaluation the newest, or the one that a promotion was decided on; absent if the version was never judged
 * @param standing in one sentence: in use, was in use, never was
 * @param revisions newest first
 */
public record FilledCard(
        CardAnswers answers,
        Map<CardField, List<String>> requiredBy,
        List<Fact> facts,
        @Nullable Evaluation evaluation,
        Sentence standing,
        List<CardRevision> revisions) {

    public FilledCard {
        Map<CardField, List<String>> inOrder = new EnumMap<>(CardField.class);
        inOrder.putAll(requiredBy);
        requiredBy = Collections.unmodifiableMap(inOrder);
        facts = List.copyOf(facts);
        revisions = List.copyOf(revisions);
    }

    /**
     * Something that nobody needs to type.
     *
     * @param name such as “Trained by”
     * @param value such as “Dana Ortiz”
     */
    public record Fact(CardSection section, String name, String value) {}

    /** How far the card is. @param given of those answered @param of all that are asked for */
    public record Progress(int given, int of) {
        public boolean complete() {
            return given == of;
        }
    }

    public List<Fact> facts(CardSection section) {
        return facts.stream().filter(fact -> fact.section() == section).toList();
    }

    public Set<CardField> required() {
        return requiredBy.keySet();
    }

    /** Of the fields that policies in force ask for. */
    public Progress required(Set<CardField> fields) {
        return new Progress(fields.size() - answers.missing(fields).size(), fields.size());
    }

    /** Of all fields of the card. */
    public Progress all() {
        return required(Set.of(CardField.values()));
    }

    /** The figures of the whole test set with their intervals; none if the version was never judged. */
    public List<Figure> figures() {
        return evaluation == null ? List.of() : CardFigures.of(evaluation);
    }

    /** Of amounts among the figures; absent where none was counted. */
    public @Nullable Currency currency() {
        return evaluation == null
                ? null
                : evaluation.value().map(figures -> figures.net().currency()).orElse(null);
    }

    /** The groups of every attribute, then pairs of groups; none if the version was never judged. */
    public List<SegmentFigures> groups() {
        return evaluation == null ? List.of() : CardFigures.groups(evaluation);
    }
}
