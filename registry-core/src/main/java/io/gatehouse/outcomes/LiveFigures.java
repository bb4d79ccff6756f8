package io.gatehouse.outcomes;

import io.gatehouse.checks.Figure;
import io.gatehouse.people.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a version does on customers whose outcome is known by now, computed from the scores that it gave them at the time.
 *
 * @param version that scored them
 * @param state whether there are figures, or why not
 * @param leavers who left within the window after they were scored
 * @param stayers who did not
 * @param open seen staying before the window ended, so left out
 * @param scored customers in the populations that were looked at
 * @param from day of the oldest population
 * @param to day of the newest
 * @param knownUntil the last day of which anything is known
 * @param windowDays how long a score looks ahead, by the version's evidence; absent if that does not say
 * @param readyOn where no window has passed: the day on which the first will have
 * @param lists numbers of the risk lists whose populations these are
 * @param threshold score from which somebody is acted on
 * @param auc with its 95 % DeLong interval; absent without figures
 * @param found of 100 leavers, how many it had flagged; likewise
 * @param right of 100 whom it had flagged, how many left; likewise
 * @param metrics by the names that runs log, without a split, such as {@code log_loss}; those that are not defined are left out
 * @param intake number of the newest intake that it takes into account
 * @param inputSha256 of customers, scores and labels; empty without figures
 * @param computedAt when
 */
public record LiveFigures(
        int version,
        State state,
        long leavers,
        long stayers,
        long open,
        long scored,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        LocalDate knownUntil,
        @Nullable Integer windowDays,
        @Nullable LocalDate readyOn,
        List<Long> lists,
        double threshold,
        @Nullable Figure auc,
        @Nullable Figure found,
        @Nullable Figure right,
        Map<String, Double> metrics,
        long intake,
        String inputSha256,
        Instant computedAt) {

    /** Fewer of either say nothing. */
    public static final int LEAST = 30;

    /** The kind of job that computes them. */
    public static final String KIND = "live-figures";

    /** Whether there are figures, or why not. */
    public enum State {
        KNOWN,
        /** Fewer than {@link #LEAST} left, or stayed. */
        TOO_FEW,
        /** The window of no population has passed. */
        TOO_EARLY,
        /** The version scored nobody whose score is on record. */
        NOT_SCORED
    }

    public LiveFigures {
        lists = List.copyOf(lists);
        metrics = Map.copyOf(metrics);
    }

    /** Customers that the figures rest on. */
    public long customers() {
        return leavers + stayers;
    }

    /** Whether another computation came to the same, whenever it was made. */
    boolean saysTheSameAs(LiveFigures other) {
        return equals(other.asOf(computedAt));
    }

    private LiveFigures asOf(Instant moment) {
        return new LiveFigures(
                version,
                state,
                leavers,
                stayers,
                open,
                scored,
                from,
                to,
                knownUntil,
                windowDays,
                readyOn,
                lists,
                threshold,
                auc,
                found,
                right,
                metrics,
                intake,
                inputSha256,
                moment);
    }

    /** What computing them for a model takes. */
    public static Map<String, Object> payload(Actor actor, UUID model) {
        return Map.of("model", model.toString(), "person", actor.person().id().toString());
    }
}
