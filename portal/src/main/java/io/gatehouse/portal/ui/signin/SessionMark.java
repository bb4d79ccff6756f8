package io.gatehouse.portal.ui.signin;

import com.vaadin.flow.server.VaadinSession;
import io.gatehouse.people.People;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;

/**
 * Whose session at the screens this is, and in which round of their sessions it began: a new password, a deactivation or the wish to be
 * signed out everywhere begins another round, and with it all earlier sessions are over.
 */
public record SessionMark(String username, int round) implements Serializable {
    private static final String KEY = SessionMark.class.getName();

    /** The session belongs to this person from now on. */
    static void set(HttpSession session, People.Entrance entrance) {
        session.setAttribute(KEY, of(entrance));
    }

    /** Lets the session of the screen that is being answered go on after one's own earlier sessions were ended. */
    public static void renew(People.Entrance entrance) {
        VaadinSession session = VaadinSession.getCurrent();
        if (session != null && session.getSession() != null) {
            session.getSession().setAttribute(KEY, of(entrance));
        }
    }

    /** Empty if nobody signed in there. */
    static Optional<SessionMark> in(HttpSession session) {
        return session.getAttribute(KEY) instanceof SessionMark mark ? Optional.of(mark) : Optional.empty();
    }

    private static SessionMark of(People.Entrance entrance) {
        return new SessionMark(entrance.person().username(), entrance.round());
    }
}
