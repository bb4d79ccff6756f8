package io.gatehouse.policy;

/**
 * One immutable version of a policy.
 *
 * @param name such as {@code human-reviewed}
 * @param version counts from 1
 * @param use it is for
 * @param sha256 of its canonical JSON
 */
public record PolicyRef(String name, int version, Use use, String sha256) {}
