/** Chance made by machine and repeatable: the same seed gives the same numbers on any number of cores. */
@NullMarked
package io.gatehouse.fairness.resampling;

import org.jspecify.annotations.NullMarked;
