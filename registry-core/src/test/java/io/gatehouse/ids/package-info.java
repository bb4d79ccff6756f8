/** Tests of identifiers. */
@NullMarked
package io.gatehouse.ids;

import org.jspecify.annotations.NullMarked;
