/** Tests of the places that keep checkpoints. */
@NullMarked
package io.gatehouse.portal.anchors;

import org.jspecify.annotations.NullMarked;
