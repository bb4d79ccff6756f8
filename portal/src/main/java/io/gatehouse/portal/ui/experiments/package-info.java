/** Experiments and runs as data scientists logged them. */
@NullMarked
package io.gatehouse.portal.ui.experiments;

import org.jspecify.annotations.NullMarked;
