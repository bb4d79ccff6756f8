/** Files that somebody asked for and that take long: made in the background, kept for their asker until they expire. */
@NullMarked
package io.gatehouse.preparedfiles;

import org.jspecify.annotations.NullMarked;
