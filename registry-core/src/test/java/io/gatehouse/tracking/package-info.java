/** Tests of experiments and runs. */
@NullMarked
package io.gatehouse.tracking;

import org.jspecify.annotations.NullMarked;
