/** Tests of the screen of the audit log. */
@NullMarked
package io.gatehouse.portal.ui.audit;

import org.jspecify.annotations.NullMarked;
