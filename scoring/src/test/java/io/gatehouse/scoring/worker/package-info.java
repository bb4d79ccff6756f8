/** Tries to bring the process that reads untrusted files down, and the portal with it. */
@NullMarked
package io.gatehouse.scoring.worker;

import org.jspecify.annotations.NullMarked;
