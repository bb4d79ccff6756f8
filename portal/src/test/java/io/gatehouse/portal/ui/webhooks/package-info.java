@NullMarked
package io.gatehouse.portal.ui.webhooks;

import org.jspecify.annotations.NullMarked;
