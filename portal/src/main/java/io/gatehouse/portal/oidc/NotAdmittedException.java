package io.gatehouse.portal.oidc;

import io.gatehouse.sentences.Sentence;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** The provider vouches for somebody whom this house does not let in. */
final class NotAdmittedException extends OAuth2AuthenticationException {
    private final transient Sentence why;

    NotAdmittedException(String code, Sentence why) {
        super(new OAuth2Error(code), why.english());
        this.why = why;
    }

    Sentence why() {
        return why;
    }
}
