package io.gatehouse.scoring.models;

import io.gatehouse.scoring.Refusal;

/** What became of reading a model. */
public sealed interface ModelReading {

    /** The model was loaded. */
    record Loaded(ModelFacts facts) implements ModelReading {}

    /** It is of another kind, damaged, or newer than what reads it. */
    record Unreadable(Refusal refusal) implements ModelReading {}
}
