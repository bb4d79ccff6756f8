/** The pieces that every screen is made of: headings, badges, figures, small pictures, and how numbers and dates are written. */
@NullMarked
package io.gatehouse.portal.ui.components;

import org.jspecify.annotations.NullMarked;
