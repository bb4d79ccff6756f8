/** Judging without a server, for notebooks and pipelines: the same checks on the same evidence, with an exit code by verdict. */
@NullMarked
package io.gatehouse.portal.command;

import org.jspecify.annotations.NullMarked;
