/** The append-only, hash-chained log of governance events. */
@NullMarked
package io.gatehouse.audit;

import org.jspecify.annotations.NullMarked;
