package io.gatehouse.tracking;

/** What a run was given; written once. */
public record Param(String key, String value) {}
