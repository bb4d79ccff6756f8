/** Where versions came from and went, tried. */
@NullMarked
package io.gatehouse.lineage;

import org.jspecify.annotations.NullMarked;
