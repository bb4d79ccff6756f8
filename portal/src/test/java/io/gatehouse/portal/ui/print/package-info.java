@NullMarked
package io.gatehouse.portal.ui.print;

import org.jspecify.annotations.NullMarked;
