/** What a check may conclude, and why. */
@NullMarked
package io.gatehouse.fairness.verdicts;

import org.jspecify.annotations.NullMarked;
