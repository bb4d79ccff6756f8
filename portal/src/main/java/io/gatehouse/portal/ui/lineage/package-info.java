/** Where a version came from and what was made of it, as a picture of links and as a list. */
@NullMarked
package io.gatehouse.portal.ui.lineage;

import org.jspecify.annotations.NullMarked;
