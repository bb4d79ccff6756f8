/** The prediction tables that versions are judged by: where a run left them, what they say they mean, and the bytes themselves. */
@NullMarked
package io.gatehouse.evidence;

import org.jspecify.annotations.NullMarked;
