/** Tests of who comes in. */
@NullMarked
package io.gatehouse.portal.security;

import org.jspecify.annotations.NullMarked;
