package io.gatehouse.scoring;

import org.jspecify.annotations.Nullable;

/**
 * What one feature adds to the log-odds of one row (a Shapley value).
 *
 * @param feature name
 * @param logOdds added; negative if it lowers the score
 * @param value of the feature in the row
 * @param typicalValue its median over the population
 */
public record Contribution(
        String feature,
        double logOdds,
        @Nullable Double value,
        @Nullable Double typicalValue) {}
