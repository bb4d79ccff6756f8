/** When the demo is loaded, and when it is refused. */
@NullMarked
package io.gatehouse.portal.demo;

import org.jspecify.annotations.NullMarked;
