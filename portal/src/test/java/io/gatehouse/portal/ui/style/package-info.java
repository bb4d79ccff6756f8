@NullMarked
package io.gatehouse.portal.ui.style;

import org.jspecify.annotations.NullMarked;
