package io.gatehouse.overrides;

import io.gatehouse.checks.CheckName;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.house.HouseDays;
import io.gatehouse.policy.Use;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A check that did not pass, accepted until a day.
 *
 * @param number shown as {@code OV-3}
 * @param request number of the promotion request that it counts for
 * @param model name
 * @param version whose check it is
 * @param use that the version is asked for
 * @param check that did not pass
 * @param verdict of it: FAIL or INCONCLUSIVE
 * @param evaluation number of the evaluation whose finding is accepted
 * @param evaluationDigest of that evaluation: an override counts for no other
 * @param evidenceSha256 of the prediction table that it judged
 * @param reason why it is accepted, in the words of who proposed it
 * @param control what guards against the harm meanwhile, in their words
 * @param until last moment in force: the end of a day
 * @param state as last written down; see {@link #holds}
 * @param proposedBy display name
 * @param proposedAt when
 * @param agreedBy display name of the second person; absent while nobody agreed
 * @param agreedAt since when it is in force; absent likewise
 * @param endedBy display name of who ended it; absent while it is open
 * @param endedAt absent likewise
 * @param endReason in their words; empty if they gave none
 * @param renews number of the one whose place it takes; absent if it is the first
 * @param renewedBy number of the one that took its place; absent if none did
 * @param inUse whether the request was executed and the version is in use now
 */
public record CheckOverride(
        long number,
        long request,
        String model,
        int version,
        Use use,
        CheckName check,
        Verdict verdict,
        long evaluation,
        String evaluationDigest,
        String evidenceSha256,
        String reason,
        String control,
        Instant until,
        OverrideState state,
        String proposedBy,
        Instant proposedAt,
        @Nullable String agreedBy,
        @Nullable Instant agreedAt,
        @Nullable String endedBy,
        @Nullable Instant endedAt,
        String endReason,
        @Nullable Long renews,
        @Nullable Long renewedBy,
        boolean inUse) {

    /** Whether it is in force at a moment; whoever writes its end down may come later. */
    public boolean holds(Instant now) {
        return state == OverrideState.IN_FORCE && !now.isAfter(until);
    }

    /** How it stands at a moment: what the clock has ended is over, written down or not. */
    public OverrideState stateAt(Instant now) {
        if (!now.isAfter(until)) {
            return state;
        }
        return switch (state) {
            case IN_FORCE -> OverrideState.EXPIRED;
            case PROPOSED -> OverrideState.LAPSED;
            case EXPIRED, RENEWED, WITHDRAWN, DECLINED, LAPSED -> state;
        };
    }

    /** Whether it was in force and no longer is, with none in its place. */
    public boolean overAt(Instant now) {
        OverrideState then = stateAt(now);
        return agreedAt != null
                && renewedBy == null
                && (then == OverrideState.EXPIRED || then == OverrideState.WITHDRAWN);
    }

    /** The last day in force, where the installation is. */
    public LocalDate lastDay() {
        return HouseDays.of(until);
    }

    /** Whole days from today to the last day; 0 on that day and afterwards. */
    public long daysLeft(Instant now) {
        return Math.max(0, ChronoUnit.DAYS.between(HouseDays.of(now), lastDay()));
    }

    /** Whole days since it was proposed. */
    public long ageInDays(Instant now) {
        return Math.max(0, ChronoUnit.DAYS.between(HouseDays.of(proposedAt), HouseDays.of(now)));
    }

    /** The same as it stands at a moment, whether or not anybody has written that down. */
    public CheckOverride asOf(Instant now) {
        return in(stateAt(now));
    }

    private CheckOverride in(OverrideState other) {
        return other == state
                ? this
                : new CheckOverride(
                        number,
                        request,
                        model,
                        version,
                        use,
                        check,
                        verdict,
                        evaluation,
                        evaluationDigest,
                        evidenceSha256,
                        reason,
                        control,
                        until,
                        other,
                        proposedBy,
                        proposedAt,
                        agreedBy,
                        agreedAt,
                        endedBy,
                        endedAt,
                        endReason,
                        renews,
                        renewedBy,
                        inUse);
    }

    public String id() {
        return "OV-" + number;
    }
}
