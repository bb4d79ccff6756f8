/** Notices on screen, without a browser. */
@NullMarked
package io.gatehouse.portal.ui.notices;

import org.jspecify.annotations.NullMarked;
