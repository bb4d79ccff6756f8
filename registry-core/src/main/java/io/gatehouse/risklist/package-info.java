/** Scored populations, and the ranked part above the threshold with top reasons. */
@NullMarked
package io.gatehouse.risklist;

import org.jspecify.annotations.NullMarked;
