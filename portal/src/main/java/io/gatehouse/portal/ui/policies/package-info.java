/** What a version must pass, read as a lawyer would read it, and written by those who answer for it. */
@NullMarked
package io.gatehouse.portal.ui.policies;

import org.jspecify.annotations.NullMarked;
