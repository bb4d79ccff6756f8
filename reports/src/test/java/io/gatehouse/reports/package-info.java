/** Workbooks written, opened again and compared with what they were written from. */
@NullMarked
package io.gatehouse.reports;

import org.jspecify.annotations.NullMarked;
