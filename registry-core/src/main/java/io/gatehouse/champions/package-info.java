/** What executives ask of the versions in use: which, since when, how good, worth what, on whose word. */
@NullMarked
package io.gatehouse.champions;

import org.jspecify.annotations.NullMarked;
