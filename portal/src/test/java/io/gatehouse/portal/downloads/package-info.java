/** Tests of the files that people take away. */
@NullMarked
package io.gatehouse.portal.downloads;

import org.jspecify.annotations.NullMarked;
