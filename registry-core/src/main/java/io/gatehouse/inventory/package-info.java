/** Every model with what is known and said of it, as those who answer for models keep a register of them. */
@NullMarked
package io.gatehouse.inventory;

import org.jspecify.annotations.NullMarked;
