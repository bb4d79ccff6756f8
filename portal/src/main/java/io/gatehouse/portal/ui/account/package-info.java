/** One's own account: who one is here, and the password. */
@NullMarked
package io.gatehouse.portal.ui.account;

import org.jspecify.annotations.NullMarked;
