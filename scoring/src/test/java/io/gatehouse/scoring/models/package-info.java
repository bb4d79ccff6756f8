/** What model files say, and what was said of them. */
@NullMarked
package io.gatehouse.scoring.models;

import org.jspecify.annotations.NullMarked;
