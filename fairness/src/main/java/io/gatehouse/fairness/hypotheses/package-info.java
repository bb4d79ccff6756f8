/** Whether a gap is more than chance: tests of two rates, over strata, of pairs, and their correction for being many. */
@NullMarked
package io.gatehouse.fairness.hypotheses;

import org.jspecify.annotations.NullMarked;
