/** Tests of checks and what they say. */
@NullMarked
package io.gatehouse.evaluation;

import org.jspecify.annotations.NullMarked;
