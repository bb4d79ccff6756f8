/** What auditors take away is tested here. */
@NullMarked
package io.gatehouse.portal.packs;

import org.jspecify.annotations.NullMarked;
