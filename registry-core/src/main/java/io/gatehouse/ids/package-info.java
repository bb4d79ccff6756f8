/** Identifiers that sort by the time they were made. */
@NullMarked
package io.gatehouse.ids;

import org.jspecify.annotations.NullMarked;
