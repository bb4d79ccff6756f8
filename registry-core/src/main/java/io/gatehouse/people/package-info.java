/** The people and service accounts that act on the registry, their roles, and what each may do. */
@NullMarked
package io.gatehouse.people;

import org.jspecify.annotations.NullMarked;
