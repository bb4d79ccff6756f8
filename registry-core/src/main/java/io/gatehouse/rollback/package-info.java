/** Taking a champion back at once, on one person's word, and looking into it afterwards. Forward leads only the gate. */
@NullMarked
package io.gatehouse.rollback;

import org.jspecify.annotations.NullMarked;
