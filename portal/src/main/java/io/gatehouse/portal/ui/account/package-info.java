/** One's own account: who one is here, and how one signs in. */
@NullMarked
package io.gatehouse.portal.ui.account;

import org.jspecify.annotations.NullMarked;
