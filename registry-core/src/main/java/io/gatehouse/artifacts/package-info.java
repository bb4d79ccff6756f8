/** The files of runs and models: a table from path to content hash over a folder or a bucket of blobs that nothing overwrites. */
@NullMarked
package io.gatehouse.artifacts;

import org.jspecify.annotations.NullMarked;
