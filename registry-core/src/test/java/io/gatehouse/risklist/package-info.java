/** Tests of risk lists. */
@NullMarked
package io.gatehouse.risklist;

import org.jspecify.annotations.NullMarked;
