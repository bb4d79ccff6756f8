/** Tests of the package of the same name. */
@NullMarked
package io.gatehouse.portal.ui.tokens;

import org.jspecify.annotations.NullMarked;
