/** The whole model card of a version: what people said, and everything that the registry knows by itself. */
@NullMarked
package io.gatehouse.cardfacts;

import org.jspecify.annotations.NullMarked;
