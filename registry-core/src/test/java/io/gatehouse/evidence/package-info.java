/** Tests of where evidence lies and what it lacks. */
@NullMarked
package io.gatehouse.evidence;

import org.jspecify.annotations.NullMarked;
