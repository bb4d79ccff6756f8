/** The examiner's desk is tested here. */
@NullMarked
package io.gatehouse.examination;

import org.jspecify.annotations.NullMarked;
