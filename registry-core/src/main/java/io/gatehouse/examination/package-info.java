/** The examiner's desk: a sample of executed promotions, drawn by a seed, whose evaluations are judged again. */
@NullMarked
package io.gatehouse.examination;

import org.jspecify.annotations.NullMarked;
