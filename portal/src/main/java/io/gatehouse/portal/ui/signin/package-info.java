/** The door for people: signing in with a name and a password, and the headers that guard the screens. */
@NullMarked
package io.gatehouse.portal.ui.signin;

import org.jspecify.annotations.NullMarked;
