/** Accounts: who is let in with which roles, how they come by a password, and how they are shut out again. */
@NullMarked
package io.gatehouse.accounts;

import org.jspecify.annotations.NullMarked;
