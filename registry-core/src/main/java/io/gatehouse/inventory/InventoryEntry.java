package io.gatehouse.inventory;

import io.gatehouse.champions.ChampionSummary;
import io.gatehouse.modelcard.CardAnswer;
import io.gatehouse.modelcard.CardAnswers;
import io.gatehouse.modelcard.CardField;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One model in the inventory.
 *
 * @param summary the version in use, how it does, and who approved it
 * @param card of the version in use; absent if none is in use
 */
public record InventoryEntry(
        ChampionSummary summary, @Nullable CardAnswers card) {

    /** What the card of the version in use says; empty if it does not answer, or only an earlier version's did. */
    public String said(CardField field) {
        return Optional.ofNullable(card)
                .flatMap(answers -> answers.answer(field))
                .filter(CardAnswer::given)
                .map(CardAnswer::words)
                .orElse("");
    }

    /** Fields of the card that are answered for the version in use. */
    public int answered() {
        return card == null
                ? 0
                : (int) card.answers().values().stream()
                        .filter(CardAnswer::given)
                        .count();
    }

    /** Of all that the card asks for; the same for every model. */
    public static int asked() {
        return CardField.values().length;
    }

    /** When the card was last written to; absent if nobody has said anything of the version in use. */
    public @Nullable Instant cardSavedAt() {
        return card == null
                ? null
                : card.answers().values().stream()
                        .filter(CardAnswer::given)
                        .map(CardAnswer::at)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
    }
}
