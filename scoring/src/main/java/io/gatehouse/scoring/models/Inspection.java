package io.gatehouse.scoring.models;

/**
 * What one look into a model tells.
 *
 * @param reading what its file says of itself
 * @param rescoring whether it gives the scores that the evidence claims
 */
public record Inspection(ModelReading reading, Rescoring rescoring) {}
