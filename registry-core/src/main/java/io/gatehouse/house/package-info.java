/** What every room of the house shares: its clock and its wiring. */
@NullMarked
package io.gatehouse.house;

import org.jspecify.annotations.NullMarked;
