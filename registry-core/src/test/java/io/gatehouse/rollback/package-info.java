/** Taking champions back, on both databases. */
@NullMarked
package io.gatehouse.rollback;

import org.jspecify.annotations.NullMarked;
