/** Screens of checks that did not pass and that two people accept until a day. */
@NullMarked
package io.gatehouse.portal.ui.overrides;

import org.jspecify.annotations.NullMarked;
