/** The StreamFlow demo: recorded calls of a real training project, replayed into an empty folder before the first visitor comes. */
@NullMarked
package io.gatehouse.portal.demo;

import org.jspecify.annotations.NullMarked;
