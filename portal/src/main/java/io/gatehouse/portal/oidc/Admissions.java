package io.gatehouse.portal.oidc;

import io.gatehouse.accounts.Admission;
import io.gatehouse.accounts.Identities;
import io.gatehouse.accounts.Identity;
import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import io.gatehouse.portal.security.RequestIdFilter;
import io.gatehouse.portal.ui.signin.Joining;
import io.gatehouse.portal.ui.signin.SessionMark;
import io.gatehouse.portal.ui.signin.SignedInPeople;
import io.gatehouse.sentences.Sentences;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Decides who somebody is here for whom the provider vouched. */
final class Admissions implements OAuth2UserService<OidcUserRequest, OidcUser> {
    private static final Logger LOG = LoggerFactory.getLogger(Admissions.class);

    /** User names have ASCII alone; other letters fold into it, by which one person there could be another here. */
    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@+-]{0,99}");

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

    /** @throws OAuth2AuthenticationException if nobody is let in */
    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser known = Objects.requireNonNull(there.loadUser(request));
        return switch (admission(request, known)) {
            case Admission.Admitted admitted -> new AdmittedPerson(admitted.entrance(), request.getIdToken());
            case Admission.Refused refused -> throw new NotAdmittedException(refused.code(), refused.sentence());
        };
    }

    /** Whatever goes wrong is told at the sign-in, and not as an error of ours. */
    private Admission admission(OidcUserRequest request, OidcUser known) {
        try {
            Identity identity = new Identity(
                    String.valueOf(request.getIdToken().getIssuer()),
                    Objects.requireNonNullElse(request.getIdToken().getSubject(), ""),
                    shown(known));
            return decided(SignedInPeople.request(), identity, known);
        } catch (DuplicateKeyException atTheSameMoment) {
            return new Admission.Refused(
                    "IDENTITY_TAKEN", Sentences.say("account.identity.taken", "name", shown(known)));
        } catch (RuntimeException failure) {
            LOG.error("Somebody for whom the provider vouched could not be let in", failure);
            throw new OAuth2AuthenticationException(
                    new OAuth2Error(OAuth2ErrorCodes.SERVER_ERROR), "could not be decided", failure);
        }
    }

    private Admission decided(Optional<HttpServletRequest> request, Identity identity, OidcUser known) {
        String id = RequestIdFilter.current();
        Optional<Joining> joining = request.flatMap(Trips::joining);
        if (joining.isEmpty()) {
            return identities.admit(identity, username(known), Actor.Via.SCREEN, id);
        }
        return switch (joining.get()) {
            case Joining.ByLink(String secret) -> identities.joinByLink(secret, identity, Actor.Via.SCREEN, id);
            case Joining.BySession(SessionMark mark) -> {
                Optional<Person> person = request.flatMap(here -> SessionMark.in(here.getSession()))
                        .filter(mark::equals)
                        .flatMap(same -> people.byUsername(same.username()));
                yield person.isPresent()
                        ? identities.join(new Actor(person.get(), Actor.Via.SCREEN, id), mark.round(), identity)
                        : new Admission.Refused("SESSION_OVER", Sentences.say("account.session.over"));
            }
        };
    }

    private Optional<String> username(OidcUser known) {
        return settings.nameClaim()
                .filter(claim -> !claim.equals("email") || isVerified(known))
                .map(claim -> known.getClaims().get(claim))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(name -> USERNAME.matcher(name).matches());
    }

    /** An address counts only if the provider says that it looked whose it is. */
    private static boolean isVerified(OidcUser known) {
        return Boolean.TRUE.equals(known.getEmailVerified());
    }

    private static String shown(OidcUser known) {
        return Stream.of(
                        isVerified(known) ? known.getEmail() : null,
                        known.getPreferredUsername(),
                        known.getFullName(),
                        known.getSubject())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }
}
