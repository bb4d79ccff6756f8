package io.gatehouse.portal.oidc;

import io.gatehouse.accounts.Admission;
import io.gatehouse.accounts.Identities;
import io.gatehouse.accounts.Identity;
import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import io.gatehouse.portal.security.RequestIdFilter;
import io.gatehouse.portal.ui.signin.Joining;
import io.gatehouse.sentences.Sentences;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Decides who somebody is here for whom the provider vouched. */
final class Admissions implements OAuth2UserService<OidcUserRequest, OidcUser> {
    private final OAuth2UserService<OidcUserRequest, OidcUser> there;
    private final Identities identities;
    private final People people;
    private final OidcSettings settings;

    /** @param there asks the provider what it knows of somebody */
    Admissions(
            OAuth2UserService<OidcUserRequest, OidcUser> there,
            Identities identities,
            People people,
            OidcSettings settings) {
        this.there = there;
        this.identities = identities;
        this.people = people;
        this.settings = settings;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        // First of all, so that it is gone whatever comes of it.
        Optional<Joining> joining =
                current().map(HttpServletRequest::getSession).flatMap(Joining::take);
        joining.filter(Joining.BySession.class::isInstance).ifPresent(own -> ReturnTo.ownAccount(current()));
        OidcUser known = Objects.requireNonNull(there.loadUser(request));
        Identity identity = new Identity(
                String.valueOf(request.getIdToken().getIssuer()),
                Objects.requireNonNull(request.getIdToken().getSubject()),
                shown(known));
        return switch (decided(joining, identity, known)) {
            case Admission.Admitted admitted -> new AdmittedPerson(admitted.entrance(), request.getIdToken());
            case Admission.Refused refused -> throw new NotAdmittedException(refused.code(), refused.sentence());
        };
    }

    private Admission decided(Optional<Joining> joining, Identity identity, OidcUser known) {
        String request = RequestIdFilter.current();
        if (joining.isEmpty()) {
            return identities.admit(identity, username(known), Actor.Via.SCREEN, request);
        }
        return switch (joining.get()) {
            case Joining.ByLink(String secret) -> identities.joinByLink(secret, identity, Actor.Via.SCREEN, request);
            case Joining.BySession(var mark) -> {
                Optional<Person> person = people.byUsername(mark.username());
                yield person.isPresent()
                        ? identities.join(new Actor(person.get(), Actor.Via.SCREEN, request), mark.round(), identity)
                        : new Admission.Refused("SESSION_OVER", Sentences.say("account.session.over"));
            }
        };
    }

    /** An address counts only if the provider says that it looked whose it is. */
    private Optional<String> username(OidcUser known) {
        return settings.nameClaim()
                .filter(claim -> !claim.equals("email") || Boolean.TRUE.equals(known.getEmailVerified()))
                .map(known::getClaimAsString);
    }

    private static String shown(OidcUser known) {
        return Stream.of(known.getEmail(), known.getPreferredUsername(), known.getFullName(), known.getSubject())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private static Optional<HttpServletRequest> current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here
                ? Optional.of(here.getRequest())
                : Optional.empty();
    }
}
