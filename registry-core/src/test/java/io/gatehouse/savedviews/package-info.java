/** Views of tables that people keep. */
@NullMarked
package io.gatehouse.savedviews;

import org.jspecify.annotations.NullMarked;
