/** Tests of what two people may accept although it did not pass. */
@NullMarked
package io.gatehouse.overrides;

import org.jspecify.annotations.NullMarked;
