package io.gatehouse.fairness.parity;

import io.gatehouse.fairness.intervals.Proportion;
import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.segments.Rate;
import io.gatehouse.fairness.segments.SegmentCounts;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * One rate in every group of an attribute, and fairlearn's four ways to make one number of them. Groups in which the rate is 0/0 are left
 * out; fairlearn gives them a 0, which looks like a bad rate. Each number rests on the most extreme group, which with small groups is the
 * luckiest or unluckiest: a judgement compares every group with a fixed reference instead.
 *
 * @param rate that was taken
 * @param overall the rate among all rows
 * @param groups in the order of the attribute's groups
 */
public record GroupRates(Rate rate, Proportion overall, List<GroupRate> groups) {

    public GroupRates {
        groups = List.copyOf(groups);
    }

    /**
     * @param value of the attribute
     * @param rate in the group
     */
    public record GroupRate(String value, Proportion rate) {}

    /** The rate in every group and in all of them together, as fairlearn {@code MetricFrame.by_group} and {@code overall}. */
    public static GroupRates of(SegmentCounts segment, Rate rate) {
        ConfusionCounts all = segment.groups().stream()
                .map(SegmentCounts.Group::counts)
                .reduce(new ConfusionCounts(0, 0, 0, 0), ConfusionCounts::plus);
        return new GroupRates(
                rate,
                rate.of(all),
                segment.groups().stream()
                        .map(group -> new GroupRate(group.value(), rate.of(group.counts())))
                        .toList());
    }

    /**
     * Largest minus smallest rate, in 0..1; parity is 0, NaN where the rate is defined in no group. fairlearn
     * {@code MetricFrame.difference(method='between_groups')}, {@code demographic_parity_difference} for the selection rate and
     * {@code equal_opportunity_difference} for the true positive rate.
     */
    public double difference() {
        return defined().max().orElse(Double.NaN) - defined().min().orElse(Double.NaN);
    }

    /**
     * Smallest over largest rate, in 0..1; parity is 1, NaN for 0/0. fairlearn {@code MetricFrame.ratio(method='between_groups')},
     * {@code demographic_parity_ratio} and {@code equal_opportunity_ratio}.
     */
    public double ratio() {
        return defined().min().orElse(Double.NaN) / defined().max().orElse(Double.NaN);
    }

    /**
     * Largest distance of any group to the rate of all rows, in 0..1; parity is 0, NaN where the rate is defined in no group. fairlearn
     * {@code MetricFrame.difference(method='to_overall')}.
     */
    public double differenceToOverall() {
        return extreme(rate -> -Math.abs(rate - overall.value())) * -1;
    }

    /**
     * Smallest ratio of any group to the rate of all rows, or its inverse where that is above 1, in 0..1; parity is 1, NaN for 0/0. fairlearn
     * {@code MetricFrame.ratio(method='to_overall')}.
     */
    public double ratioToOverall() {
        return extreme(rate -> Math.min(rate / overall.value(), overall.value() / rate));
    }

    private double extreme(ToDoubleFunction<Double> ofRate) {
        return defined().map(rate -> ofRate.applyAsDouble(rate)).min().orElse(Double.NaN);
    }

    private DoubleStream defined() {
        return groups.stream().mapToDouble(group -> group.rate().value()).filter(value -> !Double.isNaN(value));
    }
}
