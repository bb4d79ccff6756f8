package io.gatehouse.promotion;

import io.gatehouse.people.Actor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads promotion requests. */
public interface PromotionDossiers {
    /** @param model only of this model; all if absent @param open only those that wait for somebody; all if false */
    record Filter(@Nullable String model, boolean open) {}

    /** Open ones first, the longest waiting first; then decided ones, the newest first. */
    List<PromotionRow> rows(Actor actor, Filter filter);

    /** @param number as in {@code PR-42}. Empty if there is no such request. */
    Optional<PromotionDossier> dossier(Actor actor, long number);
}
