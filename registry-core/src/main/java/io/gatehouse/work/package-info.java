/** Background work: one table of jobs, leased to one runner at a time, that survives a restart. */
@NullMarked
package io.gatehouse.work;

import org.jspecify.annotations.NullMarked;
