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
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Shuts the door of the screens to sessions that are over by their {@link SessionMark}. The person that it reads is who the screens know
 * for this request, so that a screen asks no second time.
 */
final class OverSessions extends OncePerRequestFilter {
    private final People people;

    OverSessions(People people) {
        this.people = people;
    }

    /** What every visitor gets alike needs no person. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.startsWith("/VAADIN/build/") || path.startsWith("/gatehouse/") || path.startsWith("/aura/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null) {
            try {
                look(request, session);
            } catch (IllegalStateException overMeanwhile) {
                // Another request of the same session shut it first; to this one it is a session no more either.
                logger.debug("A session ended while it was looked at", overMeanwhile);
            }
        }
        chain.doFilter(request, response);
    }

    private void look(HttpServletRequest request, HttpSession session) {
        Optional<SessionMark> mark = SessionMark.in(session);
        if (mark.isPresent()) {
            people.entrance(mark.get().username())
                    .filter(entrance -> entrance.round() == mark.get().round())
                    .map(People.Entrance::person)
                    .filter(Person::active)
                    .ifPresentOrElse(known -> CurrentPerson.know(request, known), session::invalidate);
        } else if (session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null) {
            session.invalidate();
        }
    }
}
