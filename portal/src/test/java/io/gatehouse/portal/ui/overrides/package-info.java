/** Tests of the screens of overrides. */
@NullMarked
package io.gatehouse.portal.ui.overrides;

import org.jspecify.annotations.NullMarked;
