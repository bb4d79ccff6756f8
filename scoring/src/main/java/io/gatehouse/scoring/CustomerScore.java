package io.gatehouse.scoring;

/**
 * What a version said of one customer of a population.
 *
 * @param id of the customer
 * @param score in 0..1
 */
public record CustomerScore(String id, double score) {}
