/** Access tokens: what programs sign in with in a person's name, each with a name, an end, and a record of its use. */
@NullMarked
package io.gatehouse.tokens;

import org.jspecify.annotations.NullMarked;
