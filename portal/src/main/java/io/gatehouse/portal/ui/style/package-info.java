/** What the screens are made of and what their words mean, shown with the pieces and the words themselves. */
@NullMarked
package io.gatehouse.portal.ui.style;

import org.jspecify.annotations.NullMarked;
