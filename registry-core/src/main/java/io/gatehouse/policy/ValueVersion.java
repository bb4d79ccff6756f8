package io.gatehouse.policy;

import java.time.Instant;

/**
 * One immutable version of the value assumptions as it is stored.
 *
 * @param assumptions what they say
 * @param at when they were put
 * @param by display name of who put them
 */
public record ValueVersion(ValueAssumptions assumptions, Instant at, String by) {}
