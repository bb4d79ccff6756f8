/** How well a score tells leavers from stayers, and whether it tells them better than another score. */
@NullMarked
package io.gatehouse.fairness.discrimination;

import org.jspecify.annotations.NullMarked;
