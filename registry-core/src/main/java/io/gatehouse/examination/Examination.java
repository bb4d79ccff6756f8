package io.gatehouse.examination;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sample of executed promotions that was drawn to judge their evaluations again.
 *
 * @param number shown as {@code EX-7}
 * @param drawnBy display name
 * @param drawnAt when
 * @param from inclusive; promotions executed in the period could be drawn
 * @param to inclusive
 * @param wanted size that was asked for
 * @param seed that decided who was drawn; the same seed and period draw the same
 * @param population promotions that could be drawn
 * @param state how far it is
 * @param progress of the work, 0..100
 * @param finishedAt absent while it runs
 * @param items drawn, in the order of the draw
 */
public record Examination(
        long number,
        String drawnBy,
        Instant drawnAt,
        Instant from,
        Instant to,
        int wanted,
        long seed,
        int population,
        State state,
        int progress,
        @Nullable Instant finishedAt,
        List<Item> items) {

    public Examination {
        items = List.copyOf(items);
    }

    /** How far an examination is. */
    public enum State {
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }

    /** What came of judging again. */
    public enum Outcome {
        IDENTICAL,
        DIFFERENT,
        IMPOSSIBLE
    }

    /**
     * One promotion that was drawn.
     *
     * @param place in the draw, from 1
     * @param request number, shown as {@code PR-42}
     * @param model name when it was drawn
     * @param version that was promoted
     * @param evaluation number that it was decided on; absent if it is not on record
     * @param outcome absent until it was judged again
     * @param detail the first figure that differs, or why it cannot be judged again; empty otherwise
     * @param checkedAt when it was judged again; absent until then
     */
    public record Item(
            int place,
            long request,
            String model,
            int version,
            @Nullable Long evaluation,
            @Nullable Outcome outcome,
            String detail,
            @Nullable Instant checkedAt) {}

    public long count(Outcome outcome) {
        return items.stream().filter(item -> item.outcome() == outcome).count();
    }

    /** How many were judged again. */
    public long checked() {
        return items.stream().filter(item -> item.outcome() != null).count();
    }
}
