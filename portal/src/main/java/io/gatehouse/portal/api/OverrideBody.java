package io.gatehouse.portal.api;

import io.gatehouse.overrides.CheckOverride;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An override on the wire.
 *
 * @param id such as {@code OV-3}
 * @param request that it counts for, such as {@code PR-42}
 * @param state as of now
 * @param until last day in force, where the installation is
 * @param daysLeft whole days to it; 0 afterwards
 * @param ageDays whole days since it was proposed
 * @param inUse whether the version that it let through is in use now
 * @param underReview whether that version is, and nobody's word holds for it any more
 * @param renews the one whose place it takes
 * @param renewedBy the one that took its place
 */
record OverrideBody(
        String id,
        String request,
        String model,
        int version,
        String use,
        String check,
        String verdict,
        String state,
        String reason,
        String control,
        LocalDate until,
        long daysLeft,
        long ageDays,
        String evaluation,
        String evidenceSha256,
        String proposedBy,
        Instant proposedAt,
        @Nullable String agreedBy,
        @Nullable Instant agreedAt,
        @Nullable String endedBy,
        @Nullable Instant endedAt,
        String endReason,
        @Nullable String renews,
        @Nullable String renewedBy,
        boolean inUse,
        boolean underReview) {

    static OverrideBody of(CheckOverride override, Instant now) {
        return new OverrideBody(
                override.id(),
                "PR-" + override.request(),
                override.model(),
                override.version(),
                override.use().name(),
                override.check().name(),
                override.verdict().name(),
                override.stateAt(now).name(),
                override.reason(),
                override.control(),
                override.lastDay(),
                override.daysLeft(now),
                override.ageInDays(now),
                "EV-" + override.evaluation(),
                override.evidenceSha256(),
                override.proposedBy(),
                override.proposedAt(),
                override.agreedBy(),
                override.agreedAt(),
                override.endedBy(),
                override.endedAt(),
                override.endReason(),
                id(override.renews()),
                id(override.renewedBy()),
                override.inUse(),
                override.inUse() && override.overAt(now));
    }

    private static @Nullable String id(@Nullable Long number) {
        return number == null ? null : "OV-" + number;
    }
}
