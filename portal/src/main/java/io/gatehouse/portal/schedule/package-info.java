/** What happens by itself: background work is taken up every second, and the readers of files stand ready. */
@NullMarked
package io.gatehouse.portal.schedule;

import org.jspecify.annotations.NullMarked;
