package io.gatehouse.policy;

import java.time.Instant;

/**
 * One immutable version of a policy as it is stored.
 *
 * @param ref name, number, use and hash
 * @param document what it says
 * @param canonical JSON that the hash is of
 * @param at when it was put
 * @param by display name of who put it
 */
public record PolicyVersion(PolicyRef ref, PolicyDocument document, String canonical, Instant at, String by) {}
