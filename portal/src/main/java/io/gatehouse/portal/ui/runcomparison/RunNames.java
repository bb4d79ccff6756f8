package io.gatehouse.portal.ui.runcomparison;

import io.gatehouse.tracking.RunRow;
import java.util.List;

/** What runs are called in tables and pictures. */
final class RunNames {
    private static final int SHORT = 6;

    private RunNames() {}

    static String of(RunRow run) {
        return run.name().isEmpty() ? run.id() : run.name();
    }

    /** A name that tells a run from the others beside it: with the beginning of its id where another has the same. */
    static String among(List<RunRow> all, RunRow run) {
        boolean twice = all.stream()
                .anyMatch(other -> !other.id().equals(run.id()) && of(other).equals(of(run)));
        return twice ? of(run) + " (" + run.id().substring(0, SHORT) + ")" : of(run);
    }
}
