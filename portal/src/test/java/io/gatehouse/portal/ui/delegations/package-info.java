/** Handing reviewing over, without a browser. */
@NullMarked
package io.gatehouse.portal.ui.delegations;

import org.jspecify.annotations.NullMarked;
