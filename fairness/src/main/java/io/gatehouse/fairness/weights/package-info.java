/** Sampling weights: rows that stand for more customers than one, and how much such rows tell. */
@NullMarked
package io.gatehouse.fairness.weights;

import org.jspecify.annotations.NullMarked;
