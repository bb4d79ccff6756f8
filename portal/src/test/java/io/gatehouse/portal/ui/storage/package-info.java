@NullMarked
package io.gatehouse.portal.ui.storage;

import org.jspecify.annotations.NullMarked;
