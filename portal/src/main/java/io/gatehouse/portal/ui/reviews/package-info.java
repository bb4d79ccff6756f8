/** Promotion requests: the queue. */
@NullMarked
package io.gatehouse.portal.ui.reviews;

import org.jspecify.annotations.NullMarked;
