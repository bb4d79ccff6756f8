package io.gatehouse.outcomes;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the last word on a customer says of a score. A score speaks of a window of days after its population was taken: who left within
 * it is a leaver, whoever left later stayed within it. Leavers are known at once and stayers only at the end of the window, so that
 * before its end a population would consist of leavers; it counts only as a whole (docs/decisions/0019).
 *
 * @param asOf day that the population was taken
 * @param windowDays how long the score looks ahead; absent if nothing says so: then the word counts as it is
 */
record LiveRule(LocalDate asOf, @Nullable Integer windowDays) {

    /** What a word makes of a customer. */
    enum Standing {
        LEFT,
        STAYED,
        /** Seen staying before the window ended: may have left within it. */
        OPEN,
        /** Seen before the population was taken: says nothing of what came after. */
        BEFORE
    }

    /** Last day of the window. */
    LocalDate end() {
        return windowDays == null ? asOf : asOf.plusDays(windowDays);
    }

    /** Whether outcomes that are known until a day cover the whole window. */
    boolean passedBy(LocalDate known) {
        return !end().isAfter(known);
    }

    /** @param left the last word on the customer @param on day on which that was seen */
    Standing of(boolean left, LocalDate on) {
        if (on.isBefore(asOf)) {
            return Standing.BEFORE;
        }
        if (windowDays == null) {
            return left ? Standing.LEFT : Standing.STAYED;
        }
        if (on.isBefore(end())) {
            return left ? Standing.LEFT : Standing.OPEN;
        }
        return left && on.isEqual(end()) ? Standing.LEFT : Standing.STAYED;
    }
}
