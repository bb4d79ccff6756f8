/** Versions side by side, differences first. */
@NullMarked
package io.gatehouse.comparison;

import org.jspecify.annotations.NullMarked;
