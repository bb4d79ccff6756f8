/** Versions side by side: what differs first, and whether it is better, worse or too close to call. */
@NullMarked
package io.gatehouse.portal.ui.comparison;

import org.jspecify.annotations.NullMarked;
