/** Tests of clean-ups. */
@NullMarked
package io.gatehouse.cleanup;

import org.jspecify.annotations.NullMarked;
