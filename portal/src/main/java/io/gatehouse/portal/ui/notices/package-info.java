/** What a person was told, and how they want to be told. */
@NullMarked
package io.gatehouse.portal.ui.notices;

import org.jspecify.annotations.NullMarked;
