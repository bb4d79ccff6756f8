package io.gatehouse.portal.ui;

import com.vaadin.flow.server.VaadinRequest;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.people.Permissions;
import io.gatehouse.people.Person;
import io.gatehouse.portal.downloads.Asker;
import io.gatehouse.portal.security.RequestIdFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Who is looking at the screen. Read once for each request, however many parts of a screen ask, so that a role taken away is gone at
 * the next click.
 */
@Component
public class CurrentPerson {
    private static final String READ = CurrentPerson.class.getName() + ".";

    private final People people;

    CurrentPerson(People people) {
        this.people = people;
    }

    /** The person who signed in; empty before that, or once they were deactivated. */
    public Optional<Person> person() {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null || !signedIn.isAuthenticated() || signedIn instanceof AnonymousAuthenticationToken) {
            return Optional.empty();
        }
        return known(signedIn.getName()).filter(Person::active);
    }

    /** What the core's verbs and questions take. @throws IllegalStateException if nobody is signed in */
    public Actor actor() {
        Person person = person().orElseThrow(() -> new IllegalStateException("A screen was shown to nobody"));
        return new Actor(person, Actor.Via.SCREEN, RequestIdFilter.current());
    }

    /** Who asks for a file with the click that is being answered. */
    public Asker asker() {
        return new Asker(actor(), PortalAddress.current());
    }

    public boolean may(Action action) {
        return person().isPresent() && Permissions.check(actor(), action).granted();
    }

    /** Lets the screens take the person of a request from whoever read them before. */
    public static void know(HttpServletRequest request, Person person) {
        request.setAttribute(READ + person.username(), person);
    }

    /** Outside of a request, as while a download is written, the person is read each time. */
    private Optional<Person> known(String username) {
        @Nullable VaadinRequest request = VaadinRequest.getCurrent();
        if (request == null) {
            return people.byUsername(username);
        }
        if (request.getAttribute(READ + username) instanceof Person read) {
            return Optional.of(read);
        }
        Optional<Person> read = people.byUsername(username);
        read.ifPresent(person -> request.setAttribute(READ + username, person));
        return read;
    }
}
