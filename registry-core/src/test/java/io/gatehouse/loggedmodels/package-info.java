/** Tests of logged models. */
@NullMarked
package io.gatehouse.loggedmodels;

import org.jspecify.annotations.NullMarked;
