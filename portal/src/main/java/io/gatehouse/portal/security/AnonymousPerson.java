package io.gatehouse.portal.security;

import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import io.gatehouse.people.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The person that a request without credentials means, in the demo and on loopback alone. A portal that listens elsewhere does not start
 * with it. Requests that another web site made the browser send, or that name another host (DNS rebinding), mean nobody.
 */
@Component
class AnonymousPerson {
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final String username;
    private final People people;

    AnonymousPerson(
            @Value("${gatehouse.demo.anonymous-user:}") String username,
            @Value("${server.address:}") String address,
            People people) {
        this.username = username;
        this.people = people;
        if (!username.isEmpty() && !isLoopback(address)) {
            throw new IllegalStateException(
                    "gatehouse.demo.anonymous-user lets anybody in, so it needs server.address to be a"
                            + " loopback address such as 127.0.0.1; it is '" + address + "'");
        }
    }

    Optional<Person> of(HttpServletRequest request) {
        if (username.isEmpty() || !isLoopback(request.getRemoteAddr()) || !LOCAL.contains(request.getServerName())) {
            return Optional.empty();
        }

        // Whoever lets people in is known by a password, whatever the demo's person was granted.
        return ForeignSite.sent(request)
                ? Optional.empty()
                : people.byUsername(username).filter(Person::active).filter(person -> !person.has(Role.ADMINISTRATOR));
    }

    private static boolean isLoopback(@Nullable String address) {
        try {
            return address != null
                    && !address.isEmpty()
                    && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
