package io.gatehouse.portal.ui.signin;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import io.gatehouse.sentences.Sentence;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/** Why somebody who came back from whoever vouches for them was not let in; it waits in their session until a screen says so. */
public final class TurnedAway {
    private static final String KEY = TurnedAway.class.getName();

    private TurnedAway() {}

    public static void because(HttpSession session, Sentence why) {
        session.setAttribute(KEY, why);
    }

    /** Said once; empty if nobody was turned away in the session of the screen that is being answered. */
    public static Optional<Sentence> take() {
        return Optional.ofNullable(VaadinSession.getCurrent())
                .map(VaadinSession::getSession)
                .flatMap(TurnedAway::taken);
    }

    private static Optional<Sentence> taken(WrappedSession session) {
        Object why = session.getAttribute(KEY);
        session.removeAttribute(KEY);
        return why instanceof Sentence sentence ? Optional.of(sentence) : Optional.empty();
    }
}
