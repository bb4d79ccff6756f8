/** A person's own access tokens: making one, seeing which are used, taking one back. */
@NullMarked
package io.gatehouse.portal.ui.tokens;

import org.jspecify.annotations.NullMarked;
