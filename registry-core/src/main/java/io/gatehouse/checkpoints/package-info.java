/** What the audit chain was at a moment, signed, and brought to places outside of the server. */
@NullMarked
package io.gatehouse.checkpoints;

import org.jspecify.annotations.NullMarked;
