/** What people see when something is not there, not theirs, or broken. */
@NullMarked
package io.gatehouse.portal.ui.errors;

import org.jspecify.annotations.NullMarked;
