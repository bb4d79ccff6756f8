/** The short tour at somebody's first sign-in: three to five steps that point out where their task begins. */
@NullMarked
package io.gatehouse.portal.ui.tour;

import org.jspecify.annotations.NullMarked;
