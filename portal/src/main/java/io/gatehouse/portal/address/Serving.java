package io.gatehouse.portal.address;

import java.net.URI;

/**
 * The portal answers requests from now on. Not published where nothing is served, as in a replay.
 *
 * @param root where people reach it, without a slash at the end: the public address where somebody named it, else that of this machine
 */
public record Serving(URI root) {}
