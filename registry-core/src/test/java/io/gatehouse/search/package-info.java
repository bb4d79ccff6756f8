/** Tests of the search language. */
@NullMarked
package io.gatehouse.search;

import org.jspecify.annotations.NullMarked;
