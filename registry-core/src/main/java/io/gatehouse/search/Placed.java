package io.gatehouse.search;

/** A row and where it stands in the order that it was found in. */
public record Placed<I>(I id, Place place) {}
