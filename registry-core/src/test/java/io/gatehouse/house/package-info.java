/** The test bench of the core: a database, and people to act. */
@NullMarked
package io.gatehouse.house;

import org.jspecify.annotations.NullMarked;
