package io.gatehouse.inventory;

import io.gatehouse.champions.Champions;
import io.gatehouse.modelcard.CardAnswers;
import io.gatehouse.modelcard.ModelCards;
import io.gatehouse.people.Actor;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads the inventory. The number of queries does not grow with the models. */
@Component
public class Inventory {
    private final Champions champions;
    private final ModelCards cards;

    Inventory(Champions champions, ModelCards cards) {
        this.champions = champions;
        this.cards = cards;
    }

    /** Those that have none, and are not in it. @param most names that are told */
    public Champions.WithoutVersion withoutVersion(Actor actor, int most) {
        return champions.withoutVersion(actor, most);
    }

    /** Every model that has a version, those in trouble first. The reader needs the right to read the registry. */
    public List<InventoryEntry> all(Actor actor) {
        Map<String, CardAnswers> inUse = cards.ofVersionsInUse(actor);
        return champions.summaries(actor).stream()
                .map(summary -> new InventoryEntry(summary, inUse.get(summary.model())))
                .toList();
    }
}
