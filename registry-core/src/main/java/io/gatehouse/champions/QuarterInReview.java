package io.gatehouse.champions;

import io.gatehouse.checks.CheckName;
import io.gatehouse.policy.Use;
import io.gatehouse.promotion.RequestState;
import io.gatehouse.sentences.Sentence;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A quarter of every model beside an earlier one: what a board goes through.
 *
 * @param later the one asked about
 * @param earlier the one that it is held against
 * @param sentences what it comes to
 * @param models by name; those whose version changed first
 * @param happened after the end of the earlier quarter, up to the end of the later one; newest first
 * @param decisions on requests in the same time, newest first; absent for who may not read requests
 * @param accepted checks that did not pass and that two people accepted in the same time, newest first; absent likewise
 */
public record QuarterInReview(
        Span later,
        Span earlier,
        List<Sentence> sentences,
        List<ModelQuarter> models,
        List<Happening> happened,
        @Nullable List<Decision> decisions,
        @Nullable List<AcceptedCheck> accepted) {

    public QuarterInReview {
        sentences = List.copyOf(sentences);
        models = List.copyOf(models);
        happened = List.copyOf(happened);
        decisions = decisions == null ? null : List.copyOf(decisions);
        accepted = accepted == null ? null : List.copyOf(accepted);
    }

    /**
     * A quarter up to now.
     *
     * @param quarter such as {@code 2026-Q3}
     * @param words such as {@code Q3 2026}
     * @param until its end, or now while it lasts
     * @param over whether it has ended
     */
    public record Span(String quarter, String words, Instant until, boolean over) {
        static Span of(Quarter quarter, Instant now) {
            boolean over = quarter.until().isBefore(now);
            return new Span(quarter.toString(), quarter.words(), over ? quarter.until() : now, over);
        }

        boolean holds(Instant moment, Span earlier) {
            return moment.isAfter(earlier.until) && !moment.isAfter(until);
        }
    }

    /** What became of the version in use, from the one end to the other. */
    public enum Change {
        REPLACED,
        FIRST,
        GONE,
        SAME,
        NONE;

        static Change between(@Nullable Tenure later, @Nullable Tenure earlier) {
            if (later == null) {
                return earlier == null ? NONE : GONE;
            }
            if (earlier == null) {
                return FIRST;
            }
            return later.version() == earlier.version() ? SAME : REPLACED;
        }

        /** Whether the version at the one end is not that at the other. */
        public boolean isOne() {
            return this != SAME && this != NONE;
        }
    }

    /**
     * @param later champion at the end of the later quarter, or now while it lasts
     * @param earlier champion at the end of the earlier one
     * @param against how the one does beside the other
     */
    public record ModelQuarter(
            String model, Change change, ChampionThen later, ChampionThen earlier, Sentence against) {}

    /** @param model that it happened to; empty for the rules of the installation */
    public record Happening(String model, Timeline.Event event) {}

    /**
     * @param number as in {@code PR-42}
     * @param requestedBy display name
     * @param decidedAt when it ended
     * @param state as it stands now
     */
    public record Decision(
            long number,
            String model,
            int version,
            Use use,
            RequestState state,
            String requestedBy,
            Instant decidedAt) {}

    /**
     * @param number as in {@code OV-3}
     * @param request number of the promotion request that it counts for
     * @param proposedBy display name
     * @param agreedBy display name of the second person
     * @param agreedAt since when it counted
     * @param until last moment that was agreed on
     */
    public record AcceptedCheck(
            long number,
            long request,
            String model,
            int version,
            CheckName check,
            String proposedBy,
            String agreedBy,
            Instant agreedAt,
            Instant until) {}
}
