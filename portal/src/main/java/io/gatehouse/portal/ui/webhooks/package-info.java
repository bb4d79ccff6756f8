/** The addresses that are told of events, and the messages to them, for administrators. */
@NullMarked
package io.gatehouse.portal.ui.webhooks;

import org.jspecify.annotations.NullMarked;
