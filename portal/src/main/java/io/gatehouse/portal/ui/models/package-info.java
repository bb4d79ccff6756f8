/** Models, their versions and tenures, and the three questions about the version in use. */
@NullMarked
package io.gatehouse.portal.ui.models;

import org.jspecify.annotations.NullMarked;
