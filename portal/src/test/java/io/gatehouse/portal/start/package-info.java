/** What the console says when the portal cannot start. */
@NullMarked
package io.gatehouse.portal.start;

import org.jspecify.annotations.NullMarked;
