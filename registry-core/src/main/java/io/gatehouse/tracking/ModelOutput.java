package io.gatehouse.tracking;

/** A logged model that a run made, at a step of its training. */
public record ModelOutput(String modelId, long step) {}
