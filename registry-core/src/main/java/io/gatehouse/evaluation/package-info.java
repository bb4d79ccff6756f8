/** All checks of one policy version against one piece of evidence, each with its verdict, its figures and its sentence. */
@NullMarked
package io.gatehouse.evaluation;

import org.jspecify.annotations.NullMarked;
