/** People at work in a real browser, against the packaged portal with the demo loaded. */
@NullMarked
package io.gatehouse.portal.journeys;

import org.jspecify.annotations.NullMarked;
