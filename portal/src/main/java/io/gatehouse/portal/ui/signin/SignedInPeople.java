package io.gatehouse.portal.ui.signin;

import io.gatehouse.people.People;
import io.gatehouse.portal.security.SignInThrottle;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Finds the person who signs in, with their password's hash and their roles. */
@Component
public class SignedInPeople implements UserDetailsService {
    private final People people;
    private final SignInThrottle throttle;

    SignedInPeople(People people, SignInThrottle throttle) {
        this.people = people;
        this.throttle = throttle;
    }

    @Override
    public UserDetails loadUserByUsername(String username) {
        // The round first: a session that begins while the password is changed is one of the round that ends.
        People.Entrance entrance = people.entrance(username)
                .filter(found -> found.person().active())
                .orElseThrow(() -> new UsernameNotFoundException("Nobody active has that name"));
        String hash = people.passwordHash(username)
                .orElseThrow(() -> new UsernameNotFoundException("This person signs in without a password"));
        return new SignedInPerson(entrance, hash, throttle.mustWait(username, address()));
    }

    /** Where the request comes from that this thread serves; empty outside of one. */
    public static String address() {
        return request().map(ServletRequest::getRemoteAddr).orElse("");
    }

    /** The request that this thread serves; empty outside of one. */
    public static Optional<HttpServletRequest> request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? Optional.of(attributes.getRequest())
                : Optional.empty();
    }
}
