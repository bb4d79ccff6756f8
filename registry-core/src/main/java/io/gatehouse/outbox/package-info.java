/** Events written in the transaction that caused them, delivered outside it. */
@NullMarked
package io.gatehouse.outbox;

import org.jspecify.annotations.NullMarked;
