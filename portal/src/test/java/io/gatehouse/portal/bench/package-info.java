/** The test bench of the portal: a started server, and a client that speaks to it over HTTP. */
@NullMarked
package io.gatehouse.portal.bench;

import org.jspecify.annotations.NullMarked;
