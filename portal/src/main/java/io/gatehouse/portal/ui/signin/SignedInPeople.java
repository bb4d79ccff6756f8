package io.gatehouse.portal.ui.signin;

import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Finds the person who signs in, with their password's hash and their roles. */
@Component
class SignedInPeople implements UserDetailsService {
    private final People people;

    SignedInPeople(People people) {
        this.people = people;
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
                .roles(person.roles().stream().map(Enum::name).toArray(String[]::new))
                .build();
    }
}
