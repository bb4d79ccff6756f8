package io.gatehouse.portal.ui.signin;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/**
 * What happens to somebody whose session ended: the page loads anew, which leads to the sign-in and from there back to the same page.
 */
@Component
class EndedSessions implements VaadinServiceInitListener, AuthenticationEntryPoint {
    private static final Pattern SIGN_IN = Pattern.compile("^https?://[^?#]*/login([?#]|$)");

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().setSystemMessagesProvider(information -> {
            CustomizedSystemMessages messages = new CustomizedSystemMessages();
            messages.setSessionExpiredNotificationEnabled(false);
            messages.setSessionExpiredURL(null);
            // A browser that lost its cookies sends none, which looks as if it took none. Only the sign-in page, where
            // loading anew
            // leads nowhere else, says that they are needed.
            messages.setCookiesDisabledNotificationEnabled(atSignIn(information.getRequest()));
            messages.setCookiesDisabledURL(null);
            return messages;
        });
    }

    private static boolean atSignIn(@Nullable VaadinRequest request) {
        String page = request == null ? null : request.getHeader("Referer");
        return page != null && SIGN_IN.matcher(page).find();
    }

    /** Sends strangers to the sign-in; those whose session ended are told so there. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        boolean ended = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
        response.sendRedirect(request.getContextPath() + (ended ? "/login?expired" : "/login"));
    }
}
