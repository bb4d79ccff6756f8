/** The pages that executives take on paper: the same content as on screen, without the shell, under addresses of their own. */
@NullMarked
package io.gatehouse.portal.ui.print;

import org.jspecify.annotations.NullMarked;
