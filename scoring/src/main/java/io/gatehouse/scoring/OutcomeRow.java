package io.gatehouse.scoring;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What became of one customer.
 *
 * @param id of the customer
 * @param left whether the customer left
 * @param observedOn day on which that was seen; absent if the row does not say
 */
public record OutcomeRow(String id, boolean left, @Nullable LocalDate observedOn) {}
