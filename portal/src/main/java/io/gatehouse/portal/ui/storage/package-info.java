/** What the artifact store holds, and what of it can go, for administrators. */
@NullMarked
package io.gatehouse.portal.ui.storage;

import org.jspecify.annotations.NullMarked;
