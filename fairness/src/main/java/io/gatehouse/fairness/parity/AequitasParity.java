package io.gatehouse.fairness.parity;

import io.gatehouse.fairness.intervals.Arguments;
import io.gatehouse.fairness.intervals.Tolerant;
import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.segments.Rate;
import io.gatehouse.fairness.segments.SegmentCounts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parities that Aequitas reports for one group: a measure is fair if τ ≤ group over reference ≤ 1/τ, by the estimate alone. Its
 * significance test of rates is not the textbook one and is not repeated here. Source: Saleiro et al. (2018), arXiv 1811.05577; dssg/aequitas
 * {@code Fairness.get_group_value_fairness}.
 *
 * @param group value of the attribute
 * @param disparities group over reference by measure; parity is 1, NaN for 0/0
 * @param tolerance τ
 */
public record AequitasParity(String group, Map<Measure, Double> disparities, double tolerance) {

    /** Aequitas' measures. Where it says PPR, most people mean PPREV: the former grows with the size of the group. */
    public enum Measure {
        /** Share of all flagged rows that are of the group, {@code ppr}: Statistical Parity. */
        SHARE_OF_FLAGGED,
        /** Selection rate, {@code pprev}: Impact Parity. */
        SELECTION_RATE,
        /** {@code fdr}. */
        FALSE_DISCOVERY_RATE,
        /** {@code fpr}. */
        FALSE_POSITIVE_RATE,
        /** {@code for}. */
        FALSE_OMISSION_RATE,
        /** {@code fnr}. */
        FALSE_NEGATIVE_RATE,
        /** {@code tpr}. */
        TRUE_POSITIVE_RATE
    }

    public AequitasParity {
        Arguments.openUnit("tolerance", tolerance);
        disparities = Map.copyOf(disparities);
    }

    /**
     * Every group beside the reference, the reference among them.
     *
     * @param tolerance τ, by Aequitas' default 0.8
     * @throws IllegalArgumentException if no group has the reference's value, or the tolerance is not between 0 and 1
     */
    public static List<AequitasParity> of(SegmentCounts segment, String reference, double tolerance) {
        ConfusionCounts base = segment.groups().stream()
                .filter(group -> group.value().equals(reference))
                .findFirst()
                .map(SegmentCounts.Group::counts)
                .orElseThrow(() -> new IllegalArgumentException(segment.attribute() + " has no group " + reference));
        return segment.groups().stream()
                .map(group -> new AequitasParity(group.value(), disparities(group.counts(), base), tolerance))
                .toList();
    }

    /** Whether one measure is fair; empty where the disparity is NaN, which Aequitas leaves undecided too. */
    public Optional<Boolean> fair(Measure measure) {
        double disparity = disparities.getOrDefault(measure, Double.NaN);
        return Double.isNaN(disparity)
                ? Optional.empty()
                : Optional.of(Tolerant.atLeast(disparity, tolerance) && Tolerant.atMost(disparity, 1 / tolerance));
    }

    /** FDR and FPR. */
    public Optional<Boolean> typeOne() {
        return both(fair(Measure.FALSE_DISCOVERY_RATE), fair(Measure.FALSE_POSITIVE_RATE));
    }

    /** FOR and FNR. */
    public Optional<Boolean> typeTwo() {
        return both(fair(Measure.FALSE_OMISSION_RATE), fair(Measure.FALSE_NEGATIVE_RATE));
    }

    /** FPR and TPR. */
    public Optional<Boolean> equalizedOdds() {
        return both(fair(Measure.FALSE_POSITIVE_RATE), fair(Measure.TRUE_POSITIVE_RATE));
    }

    /** Statistical and Impact Parity. */
    public Optional<Boolean> unsupervised() {
        return both(fair(Measure.SHARE_OF_FLAGGED), fair(Measure.SELECTION_RATE));
    }

    /** Type I and type II. */
    public Optional<Boolean> supervised() {
        return both(typeOne(), typeTwo());
    }

    private static Optional<Boolean> both(Optional<Boolean> first, Optional<Boolean> second) {
        return first.flatMap(one -> second.map(other -> one && other));
    }

    private static Map<Measure, Double> disparities(ConfusionCounts group, ConfusionCounts reference) {
        Map<Measure, Double> disparities = new EnumMap<>(Measure.class);
        // Both are shares of the same number of flagged rows, so its ratio is that of the counts.
        disparities.put(Measure.SHARE_OF_FLAGGED, (double) group.flagged() / reference.flagged());
        disparities.put(Measure.SELECTION_RATE, ratio(Rate.SELECTION_RATE, group, reference));
        disparities.put(Measure.FALSE_DISCOVERY_RATE, ratio(Rate.FALSE_DISCOVERY_RATE, group, reference));
        disparities.put(Measure.FALSE_POSITIVE_RATE, ratio(Rate.FALSE_POSITIVE_RATE, group, reference));
        disparities.put(Measure.FALSE_OMISSION_RATE, ratio(Rate.FALSE_OMISSION_RATE, group, reference));
        disparities.put(Measure.FALSE_NEGATIVE_RATE, ratio(Rate.FALSE_NEGATIVE_RATE, group, reference));
        disparities.put(Measure.TRUE_POSITIVE_RATE, ratio(Rate.TRUE_POSITIVE_RATE, group, reference));
        return disparities;
    }

    private static double ratio(Rate rate, ConfusionCounts group, ConfusionCounts reference) {
        return rate.of(group).value() / rate.of(reference).value();
    }
}
