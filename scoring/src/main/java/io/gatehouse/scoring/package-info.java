/** Prediction tables and models at work: reads untrusted tables, reduces them to counts, turns contributions into reasons. */
@NullMarked
package io.gatehouse.scoring;

import org.jspecify.annotations.NullMarked;
