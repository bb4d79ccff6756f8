/** Tests of checks and what they say. */
@NullMarked
package io.gatehouse.checks;

import org.jspecify.annotations.NullMarked;
