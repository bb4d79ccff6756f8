/** Tests of the inventory of models. */
@NullMarked
package io.gatehouse.inventory;

import org.jspecify.annotations.NullMarked;
