/** StreamFlow's models as read models made up for looking at screens and for their tests; no figure here was computed. */
@NullMarked
package io.gatehouse.portal.samples;

import org.jspecify.annotations.NullMarked;
