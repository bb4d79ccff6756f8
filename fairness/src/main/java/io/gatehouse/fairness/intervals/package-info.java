/** So many of so many, and how sure that is: intervals of a rate, of a difference and of a ratio of two rates. */
@NullMarked
package io.gatehouse.fairness.intervals;

import org.jspecify.annotations.NullMarked;
