/** Where a reviewer hands reviewing to somebody else for a time, and sees who reviews in whose stead. */
@NullMarked
package io.gatehouse.portal.ui.delegations;

import org.jspecify.annotations.NullMarked;
