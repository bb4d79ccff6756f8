/** The audit log: what happened, in sentences, and whether it is as it was written. */
@NullMarked
package io.gatehouse.portal.ui.audit;

import org.jspecify.annotations.NullMarked;
