@NullMarked
package io.gatehouse.preparedfiles;

import org.jspecify.annotations.NullMarked;
