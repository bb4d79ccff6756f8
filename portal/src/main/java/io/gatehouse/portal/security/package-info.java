/** Who is at the door: credentials, the actor of a request, and what is answered to those who may not come in. */
@NullMarked
package io.gatehouse.portal.security;

import org.jspecify.annotations.NullMarked;
