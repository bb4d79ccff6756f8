package io.gatehouse.portal.oidc;

/** The provider does not say how people sign in there. */
final class ProviderSilentException extends RuntimeException {
    ProviderSilentException(String why) {
        super(why);
    }

    ProviderSilentException(String why, Throwable cause) {
        super(why, cause);
    }
}
