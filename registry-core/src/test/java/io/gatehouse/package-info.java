/** Tests of the core. */
@NullMarked
package io.gatehouse;

import org.jspecify.annotations.NullMarked;
