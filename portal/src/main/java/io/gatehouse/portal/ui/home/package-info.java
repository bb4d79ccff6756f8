/** The first screen, different for each role: what needs you, how the versions in use do, what changed. */
@NullMarked
package io.gatehouse.portal.ui.home;

import org.jspecify.annotations.NullMarked;
