/** Where a version came from and where it went, both ways. */
@NullMarked
package io.gatehouse.lineage;

import org.jspecify.annotations.NullMarked;
