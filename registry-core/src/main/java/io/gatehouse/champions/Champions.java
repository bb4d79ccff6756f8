package io.gatehouse.champions;

import io.gatehouse.people.Actor;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what executives ask about. Every reader needs the right to read the registry. */
public interface Champions {
    /** Every model that has a champion or a candidate, those in trouble first. */
    List<ChampionSummary> summaries(Actor actor);

    /**
     * Models that somebody registered and of which there is no version yet.
     *
     * @param count how many there are
     * @param names of the first of them
     */
    record WithoutVersion(long count, List<String> names) {
        public WithoutVersion {
            names = List.copyOf(names);
        }
    }

    /** @param most names that are told */
    WithoutVersion withoutVersion(Actor actor, int most);

    /** Empty if no model has that name. */
    Optional<ModelPage> page(Actor actor, String model);

    /**
     * The three answers for the champion of a moment. Empty if no model has that name.
     *
     * @param at the moment asked about; a date means the end of that day in the zone of the installation
     */
    default Optional<ProductionAnswers> answers(Actor actor, String model, Instant at) {
        return Optional.ofNullable(answers(actor, List.of(model), at).get(model));
    }

    /** As {@link #answers(Actor, String, Instant)} for several models, by their names, asked for at once. */
    Map<String, ProductionAnswers> answers(Actor actor, Collection<String> models, Instant at);
}
