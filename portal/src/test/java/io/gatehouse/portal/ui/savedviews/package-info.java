/** Views that people keep. */
@NullMarked
package io.gatehouse.portal.ui.savedviews;

import org.jspecify.annotations.NullMarked;
