/** The examiner's desk on screen: draw promotions, and see whether judging again gives the same. */
@NullMarked
package io.gatehouse.portal.ui.examination;

import org.jspecify.annotations.NullMarked;
