@NullMarked
package io.gatehouse.portal.ui.downloads;

import org.jspecify.annotations.NullMarked;
