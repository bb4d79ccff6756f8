/** Mail to people: what Gatehouse tells them, for those who do not look at their screens. */
@NullMarked
package io.gatehouse.portal.mail;

import org.jspecify.annotations.NullMarked;
