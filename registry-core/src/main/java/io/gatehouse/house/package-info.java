/** What every room of the house shares: its clock, its wiring, and how names stand in addresses. */
@NullMarked
package io.gatehouse.house;

import org.jspecify.annotations.NullMarked;
