package io.gatehouse.portal.ui.signin;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import java.time.Duration;

/** Warns whoever is signed in two minutes before the session ends for want of activity, and offers to stay. */
@Tag("gatehouse-session")
public class SessionWatch extends Component {
    /** Long enough to find the page again and press a button (WCAG 2.2.1 asks for 20 seconds). */
    private static final Duration WARNING = Duration.ofMinutes(2);

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        WrappedSession session = event.getSession().getSession();
        int timeout = session == null ? -1 : session.getMaxInactiveInterval();
        if (timeout <= WARNING.toSeconds()) {
            return;
        }
        getElement()
                .setAttribute("timeout", String.valueOf(timeout))
                .setAttribute("warning", String.valueOf(WARNING.toSeconds()))
                .setAttribute("heading", I18NProvider.translate("session.ending"))
                .setAttribute("words", I18NProvider.translate("session.ending.words"))
                .setAttribute("stay", I18NProvider.translate("session.stay"));
        event.getUI().getPage().addJsModule("context://gatehouse/gatehouse-session.js");
    }

    /** Any call counts as activity, so there is nothing left to do. */
    @ClientCallable
    private void stay() {}

    /** Ends the session for certain: the heartbeats of open tabs might have kept it. */
    @ClientCallable
    private void end() {
        VaadinSession session = VaadinSession.getCurrent();
        session.getSession().invalidate();
    }
}
