package io.gatehouse.portal.ui.signin;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;

/**
 * What somebody set out for when they left for whoever vouches for them: to have an account here joined with what they are there. It waits
 * in the session, and is gone once they come back or stand at the sign-in again, so that nobody who comes after them is joined.
 */
public sealed interface Joining extends Serializable {
    /** @param secret of the sign-in link that they hold */
    record ByLink(String secret) implements Joining {}

    /** @param mark of the session in which they are signed in */
    record BySession(SessionMark mark) implements Joining {}

    /** Lets the session of the screen that is being answered wait for it. */
    static void begin(Joining joining) {
        session().ifPresent(session -> session.setAttribute(Joining.class.getName(), joining));
    }

    /** Whoever comes back from now on only signs in. */
    static void forget() {
        session().ifPresent(session -> session.removeAttribute(Joining.class.getName()));
    }

    /** What the session waits for, which it does no more; empty if nothing. */
    static Optional<Joining> take(HttpSession session) {
        Object waiting = session.getAttribute(Joining.class.getName());
        session.removeAttribute(Joining.class.getName());
        return waiting instanceof Joining joining ? Optional.of(joining) : Optional.empty();
    }

    private static Optional<WrappedSession> session() {
        return Optional.ofNullable(VaadinSession.getCurrent()).map(VaadinSession::getSession);
    }
}
