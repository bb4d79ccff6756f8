/** What became of customers whom a version had scored, and how the version does in the light of it. */
@NullMarked
package io.gatehouse.outcomes;

import org.jspecify.annotations.NullMarked;
