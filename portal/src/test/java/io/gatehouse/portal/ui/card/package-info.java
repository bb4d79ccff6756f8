@NullMarked
package io.gatehouse.portal.ui.card;

import org.jspecify.annotations.NullMarked;
