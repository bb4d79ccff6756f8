/** The questions that a policy asks, each answered from evidence by a pure function: a verdict, its figures and one plain sentence. */
@NullMarked
package io.gatehouse.checks;

import org.jspecify.annotations.NullMarked;
