package io.gatehouse.portal.ui.signin;

import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody set out for when they left for whoever vouches for them: to have an account here joined with what they are there. It hangs
 * on that one trip: it waits in the session under a name that only the address of the trip has, so that nobody who sets out after them at
 * the same browser is joined in their place.
 */
public sealed interface Joining extends Serializable {
    /** The parameter of a trip's address that names what it is for. */
    String PARAMETER = "joining";

    /** @param secret of the sign-in link that they hold */
    record ByLink(String secret) implements Joining {
        @Override
        public String toString() {
            return "ByLink";
        }
    }

    /** @param mark of the session in which they are signed in, and showed that it is they */
    record BySession(SessionMark mark) implements Joining {}

    /** One of them, until somebody sets out on it. */
    record Waiting(String trip, Joining joining) implements Serializable {}

    /** Lets the session of the screen that is being answered wait for it. @return what the address of the trip carries */
    static String begin(Joining joining) {
        String trip = UUID.randomUUID().toString();
        VaadinSession.getCurrent().getSession().setAttribute(Joining.class.getName(), new Waiting(trip, joining));
        return PARAMETER + "=" + trip;
    }

    /** What a trip that begins with this request is for; the session waits for nothing any more. Empty if it is to sign in. */
    static Optional<Joining> take(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        Object waiting = session.getAttribute(Joining.class.getName());
        session.removeAttribute(Joining.class.getName());
        return waiting instanceof Waiting(String trip, Joining joining) && trip.equals(request.getParameter(PARAMETER))
                ? Optional.of(joining)
                : Optional.empty();
    }
}
