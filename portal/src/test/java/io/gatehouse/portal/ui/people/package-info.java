/** The people of the installation, without a browser. */
@NullMarked
package io.gatehouse.portal.ui.people;

import org.jspecify.annotations.NullMarked;
