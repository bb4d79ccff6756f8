/** Policies on the screens. */
@NullMarked
package io.gatehouse.portal.ui.policies;

import org.jspecify.annotations.NullMarked;
