/** A rate in every group of a segment beside the reference group's, and the judgement whether the gap is tolerable. */
@NullMarked
package io.gatehouse.fairness.segments;

import org.jspecify.annotations.NullMarked;
