/** What executives ask, tried. */
@NullMarked
package io.gatehouse.champions;

import org.jspecify.annotations.NullMarked;
