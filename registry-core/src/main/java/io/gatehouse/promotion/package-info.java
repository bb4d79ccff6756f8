/** Requests to make a version champion: their states, votes, four eyes, and the execution that moves the alias. */
@NullMarked
package io.gatehouse.promotion;

import org.jspecify.annotations.NullMarked;
