/** What people are told, with a postbox in place of a mail server. */
@NullMarked
package io.gatehouse.notices;

import org.jspecify.annotations.NullMarked;
