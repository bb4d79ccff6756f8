/** The promotion review: everything that a second person reads before they let a version in, and where they say so. */
@NullMarked
package io.gatehouse.portal.ui.review;

import org.jspecify.annotations.NullMarked;
