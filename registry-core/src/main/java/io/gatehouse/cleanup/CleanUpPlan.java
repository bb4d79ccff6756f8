package io.gatehouse.cleanup;

import io.gatehouse.artifacts.ArtifactSweep;
import java.time.Instant;
import java.util.List;

/**
 * What a clean-up would take away, without having taken anything.
 *
 * @param at when it was looked
 * @param orphansBefore bytes that nothing refers to go if they are older
 * @param deletedBefore runs and logged models lose their files if they were deleted before
 * @param orphans bytes that nothing refers to now
 * @param owners what loses its files, the longest deleted first
 * @param freed bytes that no other path needs once these files are gone
 * @param kept how many deleted runs and logged models keep their files, since a version, or something frozen, rests on them
 * @param stays deleted runs and logged models that keep their files, and why; also those that wait in the bin; empty where nobody looks
 * @param token confirms this plan, and no other
 */
public record CleanUpPlan(
        Instant at,
        Instant orphansBefore,
        Instant deletedBefore,
        ArtifactSweep.Survey orphans,
        List<Owner> owners,
        long freed,
        int kept,
        List<Stay> stays,
        String token) {

    /**
     * @param files how many
     * @param bytes of these, whether or not other paths share them
     */
    public record Owner(Binned binned, int files, long bytes) {}

    /**
     * @param files how many
     * @param bytes of these
     */
    public record Stay(Binned binned, int files, long bytes, Why why) {}

    /** Why files of something deleted stay: a version was registered from it, it is frozen, it may be shared, it was deleted lately. */
    public enum Why {
        REGISTERED,
        FROZEN,
        SHARED,
        RECENT
    }

    public CleanUpPlan {
        owners = List.copyOf(owners);
        stays = List.copyOf(stays);
    }
}
