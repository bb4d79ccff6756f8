/** Versions side by side, tried. */
@NullMarked
package io.gatehouse.comparison;

import org.jspecify.annotations.NullMarked;
