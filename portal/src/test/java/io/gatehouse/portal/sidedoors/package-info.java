/** Every way past the gate that a client could try, as the calls that a stock client makes. */
@NullMarked
package io.gatehouse.portal.sidedoors;

import org.jspecify.annotations.NullMarked;
