/** Lineage, as a picture and as a list. */
@NullMarked
package io.gatehouse.portal.ui.lineage;

import org.jspecify.annotations.NullMarked;
