/** Tests of checkpoints and of bringing them to their anchors. */
@NullMarked
package io.gatehouse.checkpoints;

import org.jspecify.annotations.NullMarked;
