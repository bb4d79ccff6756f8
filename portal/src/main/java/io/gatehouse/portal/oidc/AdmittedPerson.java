package io.gatehouse.portal.oidc;

import io.gatehouse.people.People;
import io.gatehouse.portal.ui.signin.SessionMark;
import io.gatehouse.portal.ui.signin.SignedIn;
import java.util.Map;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** Who was let in on a provider's word: by name and roles the person that they are here. */
final class AdmittedPerson extends DefaultOidcUser implements SignedIn {
    private final SessionMark mark;
    private final String issuer;

    AdmittedPerson(People.Entrance entrance, OidcIdToken token) {
        super(
                entrance.person().roles().stream()
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                        .toList(),
                token);
        this.mark = new SessionMark(entrance.person().username(), entrance.round());
        this.issuer = String.valueOf(token.getIssuer());
    }

    @Override
    public String getName() {
        return mark.username();
    }

    @Override
    public SessionMark mark() {
        return mark;
    }

    @Override
    public Map<String, Object> way() {
        return Map.of("with", issuer);
    }
}
