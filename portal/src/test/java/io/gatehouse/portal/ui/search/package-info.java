@NullMarked
package io.gatehouse.portal.ui.search;

import org.jspecify.annotations.NullMarked;
