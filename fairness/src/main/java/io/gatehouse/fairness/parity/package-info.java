/** The disparities that fairness tools publish, by their names and rules; information beside a judgement, never one. */
@NullMarked
package io.gatehouse.fairness.parity;

import org.jspecify.annotations.NullMarked;
