package io.gatehouse.portal.packs;

import io.gatehouse.cardfacts.FilledCard;
import io.gatehouse.checks.Figure;
import io.gatehouse.checks.SegmentFigures;
import io.gatehouse.modelcard.CardAnswer;
import io.gatehouse.modelcard.CardField;
import io.gatehouse.modelcard.CardRevision;
import io.gatehouse.modelcard.CardSection;
import io.gatehouse.sentences.Words;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model card for programs.
 *
 * @param standing whether the version is in use, in words
 * @param revision to be named as {@code base_revision} by the next save; 0 before the first
 * @param sha256 over all answers given, as canonical JSON
 * @param required of the fields that policies ask for
 * @param answered of all fields
 * @param fields in the order of the card
 * @param facts that the registry knows by itself
 * @param evaluation such as {@code EV-12}, that the figures are of; absent if the version was never judged
 * @param revisions newest first
 */
public record CardBody(
        String model,
        int version,
        String standing,
        int revision,
        String sha256,
        FilledCard.Progress required,
        FilledCard.Progress answered,
        List<FieldBody> fields,
        List<FilledCard.Fact> facts,
        @Nullable String evaluation,
        List<Figure> figures,
        List<SegmentFigures> groups,
        List<RevisionBody> revisions) {

    /** What counts of a field. */
    public enum State {
        GIVEN,
        CARRIED_OVER,
        NOT_ANSWERED
    }

    /**
     * @param field such as {@code intended_use}
     * @param words absent where nobody has answered
     * @param carriedFrom version that the words were first written for; absent if it is this one
     * @param by display name; absent where nobody has answered
     * @param requiredBy names of policies that ask for it
     */
    public record FieldBody(
            String field,
            CardSection section,
            String label,
            State state,
            @Nullable String words,
            @Nullable Integer carriedFrom,
            @Nullable String by,
            @Nullable Instant at,
            List<String> requiredBy) {}

    /** @param fields that were answered, confirmed or taken away with it */
    public record RevisionBody(int revision, Instant at, String by, List<String> fields, String sha256) {}

    public static CardBody of(FilledCard card) {
        return new CardBody(
                card.answers().model(),
                card.answers().version(),
                card.standing().english(),
                card.answers().revision(),
                card.answers().sha256(),
                card.required(card.required()),
                card.all(),
                Arrays.stream(CardField.values())
                        .map(field -> field(card, field))
                        .toList(),
                card.facts(),
                card.evaluation() == null ? null : "EV-" + card.evaluation().number(),
                card.figures(),
                card.groups(),
                card.revisions().stream().map(CardBody::revision).toList());
    }

    private static FieldBody field(FilledCard card, CardField field) {
        CardAnswer answer = card.answers()
                .answer(field)
                .filter(said -> !said.words().isEmpty())
                .orElse(null);
        List<String> requiredBy = card.requiredBy().getOrDefault(field, List.of());
        if (answer == null) {
            return new FieldBody(
                    field.key(),
                    field.section(),
                    Words.of(field),
                    State.NOT_ANSWERED,
                    null,
                    null,
                    null,
                    null,
                    requiredBy);
        }
        return new FieldBody(
                field.key(),
                field.section(),
                Words.of(field),
                answer.given() ? State.GIVEN : State.CARRIED_OVER,
                answer.words(),
                answer.carriedFrom(),
                answer.by(),
                answer.at(),
                requiredBy);
    }

    private static RevisionBody revision(CardRevision revision) {
        return new RevisionBody(
                revision.number(),
                revision.at(),
                revision.by(),
                revision.fields().stream().map(CardField::key).toList(),
                revision.sha256());
    }
}
