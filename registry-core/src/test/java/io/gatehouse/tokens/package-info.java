@NullMarked
package io.gatehouse.tokens;

import org.jspecify.annotations.NullMarked;
