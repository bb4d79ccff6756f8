/** Checks that did not pass and are accepted all the same: for a stated reason, by two people, until a day. */
@NullMarked
package io.gatehouse.overrides;

import org.jspecify.annotations.NullMarked;
