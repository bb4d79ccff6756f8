/** Tests of the package of the same name. */
@NullMarked
package io.gatehouse.portal.ui.signin;

import org.jspecify.annotations.NullMarked;
