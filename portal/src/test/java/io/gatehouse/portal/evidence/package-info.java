/** Prediction files as they really arrive: damaged, misread, misnamed, cut off. */
@NullMarked
package io.gatehouse.portal.evidence;

import org.jspecify.annotations.NullMarked;
