package io.gatehouse.portal.ui.signin;

import io.gatehouse.audit.AuditTrail;
import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import io.gatehouse.portal.security.RequestIdFilter;
import io.gatehouse.portal.security.SignInThrottle;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;

/** Puts on the audit chain who signed in at the screens, and whose password was tried in vain. */
@Component
class SignInRecord {
    private final People people;
    private final AuditTrail audit;
    private final SignInThrottle throttle;

    SignInRecord(People people, AuditTrail audit, SignInThrottle throttle) {
        this.people = people;
        this.audit = audit;
        this.throttle = throttle;
    }

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        throttle.succeeded(event.getAuthentication().getName(), SignedInPeople.address());
        Map<String, Object> way = new HashMap<>();
        if (event.getAuthentication().getPrincipal() instanceof SignedIn signedIn) {
            SignedInPeople.request().ifPresent(request -> signedIn.mark().set(request.getSession()));
            way.putAll(signedIn.way());
        }
        people.byUsername(event.getAuthentication().getName()).ifPresent(person -> {
            people.seen(person.id());
            record(person, "person.signed_in", way);
        });
    }

    /** A name that nobody has is not written down: what people type by mistake may be a password. */
    @EventListener
    void refused(AbstractAuthenticationFailureEvent event) {
        if (event instanceof AuthenticationFailureBadCredentialsEvent) {
            throttle.failed(event.getAuthentication().getName(), SignedInPeople.address());
        }
        people.byUsername(event.getAuthentication().getName())
                .ifPresent(person -> record(person, "person.sign_in_refused", Map.of()));
    }

    private void record(Person person, String action, Map<String, Object> details) {
        Actor actor = new Actor(person, Actor.Via.SCREEN, RequestIdFilter.current());
        audit.appendAlone(actor, action, "person/" + person.id(), details);
    }
}
