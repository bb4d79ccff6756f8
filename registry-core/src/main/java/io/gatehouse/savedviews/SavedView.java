package io.gatehouse.savedviews;

import java.util.UUID;

/**
 * What somebody wants to see of a table again.
 *
 * @param name as its owner wrote it
 * @param choices filter, order and columns as the address carries them, such as {@code q=metrics.auc%3E0.8&col=metrics.auc}
 * @param usual whether the table opens with it
 */
public record SavedView(UUID id, String name, String choices, boolean usual) {}
