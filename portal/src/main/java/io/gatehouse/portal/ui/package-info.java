/** The screens: the shell that frames them, who is looking, and where each screen lives. */
@NullMarked
package io.gatehouse.portal.ui;

import org.jspecify.annotations.NullMarked;
