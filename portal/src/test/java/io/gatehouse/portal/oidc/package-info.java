/** Sign-in through a provider, tried against Spring's authorization server, which speaks OpenID Connect itself. */
@NullMarked
package io.gatehouse.portal.oidc;

import org.jspecify.annotations.NullMarked;
