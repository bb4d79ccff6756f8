/** Taking away for good what was deleted long ago and nothing rests on: first seen, then confirmed, then done. */
@NullMarked
package io.gatehouse.cleanup;

import org.jspecify.annotations.NullMarked;
