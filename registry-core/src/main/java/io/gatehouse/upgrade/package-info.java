/** A new release changes the tables of the one before, whole or not at all. */
@NullMarked
package io.gatehouse.upgrade;

import org.jspecify.annotations.NullMarked;
