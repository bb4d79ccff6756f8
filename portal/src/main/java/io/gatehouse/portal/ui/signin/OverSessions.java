package io.gatehouse.portal.ui.signin;

import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import io.gatehouse.portal.ui.CurrentPerson;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Shuts the door of the screens to sessions that are over by their {@link SessionMark}. The person that it reads is who the screens know
 * for this request, so that nobody asks twice.
 */
final class OverSessions extends OncePerRequestFilter {
    private final People people;

    OverSessions(People people) {
        this.people = people;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Optional<SessionMark> mark = session == null ? Optional.empty() : SessionMark.in(session);
        if (session != null && mark.isPresent()) {
            Optional<Person> person = people.entrance(mark.get().username())
                    .filter(entrance -> entrance.round() == mark.get().round())
                    .map(People.Entrance::person)
                    .filter(Person::active);
            person.ifPresentOrElse(known -> CurrentPerson.know(request, known), session::invalidate);
        }
        chain.doFilter(request, response);
    }
}
