/** What is settled before anything else starts: whose the data folder is, and what the console says if the portal cannot start. */
@NullMarked
package io.gatehouse.portal.start;

import org.jspecify.annotations.NullMarked;
