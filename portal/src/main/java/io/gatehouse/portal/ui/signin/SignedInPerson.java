package io.gatehouse.portal.ui.signin;

import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;

/** Who proves who they are, with the round of sessions that was theirs before their password was looked at. */
final class SignedInPerson extends User implements SignedIn {
    private final int round;

    SignedInPerson(People.Entrance entrance, String hash, boolean mustWait) {
        super(entrance.person().username(), hash, true, true, true, !mustWait, roles(entrance.person()));
        this.round = entrance.round();
    }

    @Override
    public SessionMark mark() {
        return new SessionMark(getUsername(), round);
    }

    @Override
    public Map<String, Object> way() {
        return Map.of();
    }

    private static List<SimpleGrantedAuthority> roles(Person person) {
        return person.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
    }
}
