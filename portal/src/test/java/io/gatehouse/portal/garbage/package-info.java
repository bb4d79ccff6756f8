/** What no honest client sends: valid calls that were mutilated, by the thousand, and what is expected of the answers. */
@NullMarked
package io.gatehouse.portal.garbage;

import org.jspecify.annotations.NullMarked;
