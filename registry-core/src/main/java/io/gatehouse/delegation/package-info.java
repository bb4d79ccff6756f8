/** Reviewing that somebody hands to another person until a date: one pair of eyes, whoever of the two looks. */
@NullMarked
package io.gatehouse.delegation;

import org.jspecify.annotations.NullMarked;
