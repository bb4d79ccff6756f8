/** The clock of the house: what runs by itself, and how often. */
@NullMarked
package io.gatehouse.portal.schedule;

import org.jspecify.annotations.NullMarked;
