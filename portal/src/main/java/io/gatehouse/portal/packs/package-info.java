/** What an auditor takes away to judge again elsewhere, whichever door it leaves by. */
@NullMarked
package io.gatehouse.portal.packs;

import org.jspecify.annotations.NullMarked;
