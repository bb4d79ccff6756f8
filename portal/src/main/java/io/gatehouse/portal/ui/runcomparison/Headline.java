package io.gatehouse.portal.ui.runcomparison;

import io.gatehouse.tracking.RunComparison.Line;
import java.util.Locale;

/** Which metrics are looked at first: those of validation and test data, and of those the ranking. */
final class Headline {
    private Headline() {}

    /** The lower, the earlier. */
    static int weight(Line metric) {
        String name = metric.key().toLowerCase(Locale.ROOT);
        int split = name.startsWith("val") ? 0 : name.startsWith("test") ? 1 : 2;
        return (name.contains("auc") ? 0 : 3) + split;
    }
}
