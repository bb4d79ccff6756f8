/** Whether a score of 0.3 means that three in ten leave. */
@NullMarked
package io.gatehouse.fairness.calibration;

import org.jspecify.annotations.NullMarked;
