package io.gatehouse.portal.ui.signin;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
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
    void set(HttpSession session) {
        session.setAttribute(KEY, this);
    }

    /** Lets the session of the screen that is being answered go on in the next round, which it began itself. */
    public void renew() {
        session().ifPresent(session -> session.setAttribute(KEY, new SessionMark(username, round + 1)));
    }

    /** That of the screen that is being answered; empty if nobody signed in there. */
    public static Optional<SessionMark> current() {
        return session().map(session -> session.getAttribute(KEY) instanceof SessionMark mark ? mark : null);
    }

    /** Empty if nobody signed in there. */
    public static Optional<SessionMark> in(HttpSession session) {
        return session.getAttribute(KEY) instanceof SessionMark mark ? Optional.of(mark) : Optional.empty();
    }

    private static Optional<WrappedSession> session() {
        return Optional.ofNullable(VaadinSession.getCurrent()).map(VaadinSession::getSession);
    }
}
