@NullMarked
package io.gatehouse.portal.ui.tour;

import org.jspecify.annotations.NullMarked;
