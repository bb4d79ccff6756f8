package io.gatehouse.registry;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/** Which of the earlier champions is the one to fall back on. */
final class TenureOrder {
    private TenureOrder() {}

    /**
     * The tenure before the one that lasts, of another version that was never taken back: falling back twice leads further back, and never
     * to what was taken back before.
     *
     * @param tenures newest first; the first one lasts
     * @param there whether a version can still be pointed to
     */
    static Optional<AliasTenure> lastBefore(List<AliasTenure> tenures, IntPredicate there) {
        Set<Integer> passed = new HashSet<>();
        for (int i = 0; i < tenures.size(); i++) {
            AliasTenure tenure = tenures.get(i);
            boolean lasts = i == 0;
            boolean takenBack = !lasts && tenures.get(i - 1).rollbackId() != null;
            if (lasts || takenBack) {
                passed.add(tenure.version());
            } else if (!passed.contains(tenure.version()) && there.test(tenure.version())) {
                return Optional.of(tenure);
            }
        }
        return Optional.empty();
    }
}
