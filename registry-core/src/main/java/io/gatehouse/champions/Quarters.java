package io.gatehouse.champions;

import io.gatehouse.sentences.Sentence;
import java.time.Instant;
import java.util.List;

/**
 * One quarter of a model beside another.
 *
 * @param model name
 * @param later the one asked about
 * @param earlier the one that it is held against
 * @param against how the later champion does beside the earlier one
 * @param changed what happened after the end of the earlier quarter, up to the end of the later one; newest first
 */
public record Quarters(String model, Standing later, Standing earlier, Sentence against, List<Timeline.Event> changed) {

    public Quarters {
        changed = List.copyOf(changed);
    }

    /**
     * A model in a quarter.
     *
     * @param quarter such as {@code 2026-Q3}
     * @param words such as {@code Q3 2026}
     * @param until the moment that the champion is of: the end of the quarter, or now while it lasts
     * @param over whether the quarter has ended
     * @param tenures that touch the quarter, newest first
     * @param champion at its end, or now while it lasts
     */
    public record Standing(
            String quarter, String words, Instant until, boolean over, List<Tenure> tenures, ChampionThen champion) {
        public Standing {
            tenures = List.copyOf(tenures);
        }
    }
}
