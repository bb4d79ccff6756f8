package io.gatehouse.tracking;

/** A label: the last value set is the value. */
public record Tag(String key, String value) {}
