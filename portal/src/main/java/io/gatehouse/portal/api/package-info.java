/** Gatehouse's own API, under {@code /api/gatehouse/v1}: JSON with snake_case fields, errors as problem details of RFC 9457. */
@NullMarked
package io.gatehouse.portal.api;

import org.jspecify.annotations.NullMarked;
