/** Proofs of the gate, below every door. */
@NullMarked
package io.gatehouse.promotion;

import org.jspecify.annotations.NullMarked;
