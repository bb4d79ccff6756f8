/** Tests of Gatehouse's own API. */
@NullMarked
package io.gatehouse.portal.api;

import org.jspecify.annotations.NullMarked;
