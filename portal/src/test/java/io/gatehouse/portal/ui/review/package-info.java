/** The promotion review, read as its readers read it. */
@NullMarked
package io.gatehouse.portal.ui.review;

import org.jspecify.annotations.NullMarked;
