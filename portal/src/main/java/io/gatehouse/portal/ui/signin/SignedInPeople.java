package io.gatehouse.portal.ui.signin;

import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import io.gatehouse.portal.security.SignInThrottle;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.core.userdetails.User;
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
        Person person = people.byUsername(username)
                .filter(Person::active)
                .orElseThrow(() -> new UsernameNotFoundException("Nobody active has that name"));
        String hash = people.passwordHash(username)
                .orElseThrow(() -> new UsernameNotFoundException("This person signs in without a password"));
        return User.withUsername(person.username())
                .password(hash)
                .accountLocked(throttle.mustWait(username, address()))
                .roles(person.roles().stream().map(Enum::name).toArray(String[]::new))
                .build();
    }

    /** Where the request comes from that this thread serves; empty outside of one. */
    public static String address() {
        return request().map(ServletRequest::getRemoteAddr).orElse("");
    }

    /** The request that this thread serves; empty outside of one. */
    static Optional<HttpServletRequest> request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? Optional.of(attributes.getRequest())
                : Optional.empty();
    }
}
