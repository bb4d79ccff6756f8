/** What acting on a score is worth. */
@NullMarked
package io.gatehouse.fairness.value;

import org.jspecify.annotations.NullMarked;
