/** The files of runs and models: a table from path to content hash over a folder of blobs that nothing overwrites. */
@NullMarked
package io.gatehouse.artifacts;

import org.jspecify.annotations.NullMarked;
