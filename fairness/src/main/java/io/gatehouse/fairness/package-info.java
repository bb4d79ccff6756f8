/** The mathematics behind every verdict: statistics of groups, their intervals, and the judgement made of them. */
@NullMarked
package io.gatehouse.fairness;

import org.jspecify.annotations.NullMarked;
