package io.gatehouse.portal.security;

import io.gatehouse.people.PasswordDoor;
import io.gatehouse.portal.mlflow.MlflowError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** Asks programs for what opens their door: an access token, or a name with its password where passwords open. */
@Component
class Challenge {
    private final PasswordDoor passwords;

    Challenge(PasswordDoor passwords) {
        this.passwords = passwords;
    }

    /** Of whoever brings nothing. */
    void missing(HttpServletRequest request, HttpServletResponse response) throws IOException {
        refuse(
                request,
                response,
                passwords.isOpen()
                        ? "Sign in: set MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, or"
                                + " MLFLOW_TRACKING_TOKEN."
                        : "Sign in: set MLFLOW_TRACKING_TOKEN to an access token.");
    }

    /** Of whoever brings what does not open. */
    void wrong(HttpServletRequest request, HttpServletResponse response) throws IOException {
        refuse(request, response, wrong(request.getHeader("Authorization")));
    }

    private String wrong(String header) {
        if (passwords.isOpen()) {
            return "The user name, password or token is wrong, or no longer valid. After many wrong passwords, wait half"
                    + " a minute.";
        }
        return header.strip().regionMatches(true, 0, "Basic ", 0, 6)
                ? "Passwords do not open this installation. An access token does: set MLFLOW_TRACKING_TOKEN to it, or"
                        + " send it as a bearer token."
                : "The access token is wrong, or no longer valid.";
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, String message) throws IOException {
        response.setHeader(
                "WWW-Authenticate",
                passwords.isOpen() ? "Basic realm=\"Gatehouse\", charset=\"UTF-8\"" : "Bearer realm=\"Gatehouse\"");
        DoorRefusals.refuse(request.getRequestURI(), response, MlflowError.UNAUTHENTICATED, message);
    }
}
