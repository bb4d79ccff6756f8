package io.gatehouse.fairness.parity;

import io.gatehouse.fairness.segments.Rate;
import io.gatehouse.fairness.segments.SegmentCounts;

/**
 * Whether those who leave, and those who stay, are flagged as often in every group: the worse of true and false positive rate. Source:
 * Hardt, Price and Srebro (2016), NeurIPS.
 *
 * @param difference larger of both rates' {@link GroupRates#difference}; parity is 0, NaN where either is. fairlearn
 *     {@code equalized_odds_difference(agg='worst_case')}
 * @param ratio smaller of both rates' {@link GroupRates#ratio}; parity is 1, NaN where either is. fairlearn
 *     {@code equalized_odds_ratio(agg='worst_case')}
 */
public record EqualizedOdds(double difference, double ratio) {

    /** Of the groups of an attribute. */
    public static EqualizedOdds of(SegmentCounts segment) {
        GroupRates found = GroupRates.of(segment, Rate.TRUE_POSITIVE_RATE);
        GroupRates pestered = GroupRates.of(segment, Rate.FALSE_POSITIVE_RATE);
        return new EqualizedOdds(
                Math.max(found.difference(), pestered.difference()), Math.min(found.ratio(), pestered.ratio()));
    }
}
