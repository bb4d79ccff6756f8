/** Tests of outcomes and of what they say of a version in use. */
@NullMarked
package io.gatehouse.outcomes;

import org.jspecify.annotations.NullMarked;
