/** Experiments and runs as MLflow means them: what a training script was given, what it measured, and from which data. */
@NullMarked
package io.gatehouse.tracking;

import org.jspecify.annotations.NullMarked;
