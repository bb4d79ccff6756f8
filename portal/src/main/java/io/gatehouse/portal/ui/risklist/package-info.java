/** Risk lists as customer success reads them: who may leave, why the score thinks so, and what changed since the last list. */
@NullMarked
package io.gatehouse.portal.ui.risklist;

import org.jspecify.annotations.NullMarked;
