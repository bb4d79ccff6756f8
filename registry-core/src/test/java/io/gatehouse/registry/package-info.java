/** Tests of the registry and the protected alias. */
@NullMarked
package io.gatehouse.registry;

import org.jspecify.annotations.NullMarked;
