/** The screens of the examiner's desk are tested here. */
@NullMarked
package io.gatehouse.portal.ui.examination;

import org.jspecify.annotations.NullMarked;
