/** The model card of a version: to be read, and to be written field by field. */
@NullMarked
package io.gatehouse.portal.ui.card;

import org.jspecify.annotations.NullMarked;
