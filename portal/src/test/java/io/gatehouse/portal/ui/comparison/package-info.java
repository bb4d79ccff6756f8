/** Comparisons, read as their readers read them. */
@NullMarked
package io.gatehouse.portal.ui.comparison;

import org.jspecify.annotations.NullMarked;
