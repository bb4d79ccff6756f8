/** The one field that finds everything of the house. */
@NullMarked
package io.gatehouse.portal.ui.search;

import org.jspecify.annotations.NullMarked;
