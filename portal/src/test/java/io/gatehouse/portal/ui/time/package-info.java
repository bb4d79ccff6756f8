/** The screens of the past are tested here. */
@NullMarked
package io.gatehouse.portal.ui.time;

import org.jspecify.annotations.NullMarked;
