/** Models as entities of their own, with params, metrics, tags and files, from the first byte uploaded to their registration. */
@NullMarked
package io.gatehouse.loggedmodels;

import org.jspecify.annotations.NullMarked;
