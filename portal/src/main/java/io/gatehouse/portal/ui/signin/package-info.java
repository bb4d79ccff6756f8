/** The door for people: signing in with a name and a password or on the word of somebody else, and the headers that guard the screens. */
@NullMarked
package io.gatehouse.portal.ui.signin;

import org.jspecify.annotations.NullMarked;
