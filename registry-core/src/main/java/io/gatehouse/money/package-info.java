/** Amounts with their currency. */
@NullMarked
package io.gatehouse.money;

import org.jspecify.annotations.NullMarked;
