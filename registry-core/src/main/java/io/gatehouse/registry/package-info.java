/** Registered models, their versions and aliases, and the rule that a protected alias moves only by an executed promotion request. */
@NullMarked
package io.gatehouse.registry;

import org.jspecify.annotations.NullMarked;
