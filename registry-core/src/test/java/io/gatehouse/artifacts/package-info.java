/** Tests of the artifact store. */
@NullMarked
package io.gatehouse.artifacts;

import org.jspecify.annotations.NullMarked;
