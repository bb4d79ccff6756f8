/** Tests of the package of the same name. */
@NullMarked
package io.gatehouse.portal.ui.experiments;

import org.jspecify.annotations.NullMarked;
