/** The screen on which people say what became of customers. */
@NullMarked
package io.gatehouse.portal.ui.outcomes;

import org.jspecify.annotations.NullMarked;
