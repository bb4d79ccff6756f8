/** Risk lists, read as customer success reads them. */
@NullMarked
package io.gatehouse.portal.ui.risklist;

import org.jspecify.annotations.NullMarked;
