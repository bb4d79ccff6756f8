/** Views of tables that people keep under a name. */
@NullMarked
package io.gatehouse.portal.ui.savedviews;

import org.jspecify.annotations.NullMarked;
