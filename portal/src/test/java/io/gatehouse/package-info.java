/** Tests of the house as a whole. */
@NullMarked
package io.gatehouse;

import org.jspecify.annotations.NullMarked;
