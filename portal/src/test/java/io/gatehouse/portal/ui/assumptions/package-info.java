/** Value assumptions on the screens. */
@NullMarked
package io.gatehouse.portal.ui.assumptions;

import org.jspecify.annotations.NullMarked;
