@NullMarked
package io.gatehouse.portal.ui.runcomparison;

import org.jspecify.annotations.NullMarked;
