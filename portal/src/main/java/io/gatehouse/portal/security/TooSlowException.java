package io.gatehouse.portal.security;

import java.io.Serial;
import org.apache.coyote.BadRequestException;

/** A body that came too slowly to be waited for; its connection is closed. */
public final class TooSlowException extends BadRequestException {
    @Serial
    private static final long serialVersionUID = 1L;

    TooSlowException() {
        super("The request body came too slowly: the server does not wait for it any longer.");
    }
}
