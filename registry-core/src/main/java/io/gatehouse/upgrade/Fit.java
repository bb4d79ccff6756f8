package io.gatehouse.upgrade;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** Whether this release may open a database, told by the steps that made it. */
final class Fit {
    private static final String NEWER =
            "The database was made by a newer release: it is at step %s, and this release knows the steps up to %s."
                    + " Start the newer release, or bring the data back from a backup of before the upgrade.";
    private static final String ANOTHER =
            "The database was made by a release that is none of those which this one follows: its step %s is not"
                    + " the one known here. Start the release that made it, or bring the data back from a backup.";

    private Fit() {}

    /** @return why not, and what to do; empty if it may */
    static Optional<String> refusal(MigrationInfo[] steps) {
        return last(
                        steps,
                        step -> step.getState() == MigrationState.FUTURE_SUCCESS
                                || step.getState() == MigrationState.FUTURE_FAILED)
                .map(newer -> NEWER.formatted(newer, last(steps, Fit::isKnown).orElse("0")))
                .or(() -> last(steps, Fit::isForeign).map(ANOTHER::formatted));
    }

    private static boolean isKnown(MigrationInfo step) {
        return step.getResolvedChecksum() != null;
    }

    /** Made otherwise, known only here although later ones were made, or known only there. */
    private static boolean isForeign(MigrationInfo step) {
        return switch (step.getState()) {
            case SUCCESS -> !step.isChecksumMatching();
            case IGNORED, MISSING_SUCCESS, MISSING_FAILED -> true;
            default -> false;
        };
    }

    private static Optional<String> last(MigrationInfo[] steps, Predicate<MigrationInfo> kind) {
        return Arrays.stream(steps)
                .filter(MigrationInfo::isVersioned)
                .filter(kind)
                .max(Comparator.comparing(MigrationInfo::getVersion))
                .map(step -> step.getVersion().getVersion());
    }
}
