/** The files that people take away, made once for whoever asks: by a button of a screen or over the API. */
@NullMarked
package io.gatehouse.portal.downloads;

import org.jspecify.annotations.NullMarked;
