/** People sign in through an OpenID Connect provider, such as the directory of their company. */
@NullMarked
package io.gatehouse.portal.oidc;

import org.jspecify.annotations.NullMarked;
