/** What happens by itself: background work is taken up every second. */
@NullMarked
package io.gatehouse.portal.schedule;

import org.jspecify.annotations.NullMarked;
