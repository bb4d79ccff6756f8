/** The people of the installation, for administrators: where mail to them goes, and what never arrived. */
@NullMarked
package io.gatehouse.portal.ui.people;

import org.jspecify.annotations.NullMarked;
