/** Where people reach this portal, for the links that leave it: in answers, files and mails. */
@NullMarked
package io.gatehouse.portal.address;

import org.jspecify.annotations.NullMarked;
