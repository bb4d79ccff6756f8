@NullMarked
package io.gatehouse.modelcard;

import org.jspecify.annotations.NullMarked;
