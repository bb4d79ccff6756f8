package io.gatehouse.reports;

import io.gatehouse.champions.ChampionSummary;
import io.gatehouse.champions.ChampionSummary.Health;
import io.gatehouse.inventory.InventoryEntry;
import io.gatehouse.modelcard.CardAnswer;
import io.gatehouse.modelcard.CardAnswers;
import io.gatehouse.modelcard.CardField;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A model with a card, one in use of whose card nobody said anything, and one that waits. */
final class InventoryEntries {
    private InventoryEntries() {}

    static List<InventoryEntry> entries() {
        ChampionSummary champion = ReadModels.modelPage().champion();
        return List.of(
                new InventoryEntry(champion, card()),
                new InventoryEntry(champion, new CardAnswers(new UUID(0, 2), champion.model(), 3, null, Map.of())),
                new InventoryEntry(waiting(), null));
    }

    private static CardAnswers card() {
        Map<CardField, CardAnswer> answers = Stream.of(
                        answer(CardField.OWNER, ReadModels.EVIL, true),
                        answer(CardField.INTENDED_USE, "Ranks subscribers who may leave, for people to call.", true),
                        answer(CardField.LIMITATIONS, "Said of version 2.", false))
                .collect(Collectors.toMap(CardAnswer::field, Function.identity()));
        return new CardAnswers(new UUID(0, 1), ReadModels.MODEL, 3, null, answers);
    }

    private static CardAnswer answer(CardField field, String words, boolean confirmed) {
        return new CardAnswer(field, words, confirmed, confirmed ? null : 2, "Dana Ortiz", ReadModels.NOW);
    }

    private static ChampionSummary waiting() {
        return new ChampionSummary(
                "waiting",
                "",
                null,
                Health.NOT_KNOWN,
                ReadModels.said("No version has been approved."),
                null,
                "",
                List.of(),
                null,
                "",
                null,
                null,
                null,
                null,
                null,
                null,
                "",
                null,
                null,
                1,
                2);
    }
}
