/** Gatehouse, the model registry with a gate in front of it: the root holds the main class alone. */
@NullMarked
package io.gatehouse;

import org.jspecify.annotations.NullMarked;
