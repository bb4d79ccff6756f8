/** Filters, orders and columns of tables that people keep under a name, and those that they used last. */
@NullMarked
package io.gatehouse.savedviews;

import org.jspecify.annotations.NullMarked;
