/** Screens of the past: who was in use when, on whose word and on which figures. */
@NullMarked
package io.gatehouse.portal.ui.time;

import org.jspecify.annotations.NullMarked;
