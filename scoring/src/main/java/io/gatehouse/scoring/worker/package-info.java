/** The process of its own in which files that nobody has vouched for are read, so that a hostile one cannot take the portal down. */
@NullMarked
package io.gatehouse.scoring.worker;

import org.jspecify.annotations.NullMarked;
