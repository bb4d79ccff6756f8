/** Workbooks that take away what the screens show, written from the same read models so that their numbers are equal. */
@NullMarked
package io.gatehouse.reports;

import org.jspecify.annotations.NullMarked;
