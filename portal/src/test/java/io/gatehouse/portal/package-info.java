/** Tests of the application. */
@NullMarked
package io.gatehouse.portal;

import org.jspecify.annotations.NullMarked;
