/** Mail against a real SMTP server. */
@NullMarked
package io.gatehouse.portal.mail;

import org.jspecify.annotations.NullMarked;
