package io.gatehouse.finding;

import io.gatehouse.promotion.RequestState;
import java.time.Instant;
import java.time.LocalDate;

/** One thing of the house that fits what somebody looks for. */
public sealed interface Found {
    /** @param purpose what it is for; empty if nobody said */
    record Model(String name, String purpose) implements Found {}

    /** @param number as in {@code PR-4} */
    record Request(long number, String model, int version, RequestState state, Instant requestedAt) implements Found {}

    /** @param number as in {@code RL-2} */
    record RiskList(long number, LocalDate asOf, String model, String population) implements Found {}

    record Experiment(long id, String name) implements Found {}

    /** @param experiment name of the experiment that it belongs to */
    record Run(String id, String name, String experiment) implements Found {}
}
