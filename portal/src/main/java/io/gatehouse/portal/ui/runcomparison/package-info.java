/** Runs side by side: what they logged, as a table and as pictures, under an address that shows just this again. */
@NullMarked
package io.gatehouse.portal.ui.runcomparison;

import org.jspecify.annotations.NullMarked;
