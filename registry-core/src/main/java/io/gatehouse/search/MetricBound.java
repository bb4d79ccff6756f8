package io.gatehouse.search;

/**
 * A clause that leads to its objects by an index of the values of a metric: all that have it within a bound.
 *
 * @param key of the metric
 * @param sign that compares its value with the bound, such as {@code >=}
 * @param rest the other clauses
 */
public record MetricBound(String key, String sign, double bound, Filter rest) {}
