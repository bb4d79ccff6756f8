/** What people say on the card of a model version: who answered what and when, carried from version to version until confirmed. */
@NullMarked
package io.gatehouse.modelcard;

import org.jspecify.annotations.NullMarked;
