/** Before anybody trains: how many subscribers a verdict takes, and whether a policy can be passed at all. */
@NullMarked
package io.gatehouse.fairness.planning;

import org.jspecify.annotations.NullMarked;
