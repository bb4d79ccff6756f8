/** What a model file says of itself: what it scores, what it was trained with, and whether that is what was logged. */
@NullMarked
package io.gatehouse.scoring.models;

import org.jspecify.annotations.NullMarked;
