/** Tests of programs elsewhere that are told of the registry. */
@NullMarked
package io.gatehouse.webhooks;

import org.jspecify.annotations.NullMarked;
