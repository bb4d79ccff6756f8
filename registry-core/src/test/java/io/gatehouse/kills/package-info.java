/** Kills a working house at random moments, starts it again on what is left, and looks whether the books are whole. */
@NullMarked
package io.gatehouse.kills;

import org.jspecify.annotations.NullMarked;
