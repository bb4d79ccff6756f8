package io.gatehouse.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.modelcard.CardField;
import io.gatehouse.modelcard.ModelCards;
import io.gatehouse.people.NotPermittedException;
import io.gatehouse.promotion.PromotionBench;
import io.gatehouse.promotion.PromotionStory;
import java.util.Map;
import org.junit.jupiter.api.Test;

@DatabaseTest
class InventoryTest {
    private final Inventory inventory;
    private final ModelCards cards;
    private final PromotionStory story;
    private final PromotionBench bench;
    private final TestPeople people;

    InventoryTest(
            Inventory inventory, ModelCards cards, PromotionStory story, PromotionBench bench, TestPeople people) {
        this.inventory = inventory;
        this.cards = cards;
        this.story = story;
        this.bench = bench;
        this.people = people;
    }

    @Test
    void aModelStandsWithItsVersionInUseAndWhatTheCardOfThatVersionSays() {
        PromotionStory.Told told = story.told();
        int before = entry(told.model()).answered();
        say(told.model(), 1, Map.of(CardField.PLANNED_CHANGES, "None before the spring."));
        say(told.model(), 2, Map.of(CardField.OWNER, "Retention team"));
        say(told.model(), 3, Map.of(CardField.OWNER, "Somebody else"));

        InventoryEntry entry = entry(told.model());

        assertThat(entry.summary().version()).isEqualTo(2);
        assertThat(entry.said(CardField.OWNER)).isEqualTo("Retention team");
        assertThat(entry.said(CardField.PLANNED_CHANGES))
                .as("said of version 1 alone")
                .isEmpty();
        assertThat(entry.answered()).isEqualTo(before + 1);
        assertThat(InventoryEntry.asked()).isEqualTo(CardField.values().length);
        assertThat(entry.cardSavedAt()).isNotNull();
    }

    @Test
    void aModelWithNothingInUseStandsWithoutACard() {
        String model = bench.model(people.dana());
        bench.candidate(people.dana(), model, null);

        InventoryEntry entry = entry(model);

        assertThat(entry.summary().version()).isNull();
        assertThat(entry.card()).isNull();
        assertThat(entry.said(CardField.OWNER)).isEmpty();
        assertThat(entry.cardSavedAt()).isNull();
    }

    @Test
    void whoMayNotReadTheRegistryReadsNoInventory() {
        assertThatThrownBy(() -> inventory.all(people.adam())).isInstanceOf(NotPermittedException.class);
    }

    private InventoryEntry entry(String model) {
        return inventory.all(people.vera()).stream()
                .filter(entry -> entry.summary().model().equals(model))
                .findFirst()
                .orElseThrow();
    }

    private void say(String model, int version, Map<CardField, String> words) {
        int base = cards.find(people.vera(), model, version).orElseThrow().revision();
        assertThat(cards.save(people.dana(), model, version, base, words)).isInstanceOf(ModelCards.Saved.Done.class);
    }
}
