package io.gatehouse.portal.mlflow;

import io.gatehouse.people.NotPermittedException;
import io.gatehouse.portal.security.DoorRecord;
import io.gatehouse.search.InvalidSearchException;
import io.gatehouse.tracking.TrackingRefusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.util.DisconnectedClientHelper;

/** Turns what went wrong in a wire controller into MLflow's error body. */
@ControllerAdvice(basePackageClasses = WireErrors.class)
class WireErrors {
    private static final Logger LOG = LoggerFactory.getLogger(WireErrors.class);

    private final DoorRecord record;

    WireErrors(DoorRecord record) {
        this.record = record;
    }

    @ExceptionHandler
    void refused(MlflowRefusal refusal, HttpServletResponse response) throws IOException {
        WireJson.refuse(response, refusal.error(), String.valueOf(refusal.getMessage()));
    }

    @ExceptionHandler
    void notPermitted(NotPermittedException denied, HttpServletResponse response) throws IOException {
        record.refused(denied);
        WireJson.refuse(
                response, MlflowError.PERMISSION_DENIED, denied.sentence().english());
    }

    @ExceptionHandler
    void notUnderstood(InvalidSearchException invalid, HttpServletResponse response) throws IOException {
        WireJson.refuse(response, MlflowError.INVALID_PARAMETER_VALUE, String.valueOf(invalid.getMessage()));
    }

    @ExceptionHandler
    void refused(TrackingRefusal refusal, HttpServletResponse response) throws IOException {
        MlflowError error = switch (refusal.reason()) {
            case UNKNOWN -> MlflowError.RESOURCE_DOES_NOT_EXIST;
            case TAKEN -> MlflowError.RESOURCE_ALREADY_EXISTS;
            case INVALID -> MlflowError.INVALID_PARAMETER_VALUE;
            case PROTECTED -> MlflowError.PERMISSION_DENIED;
        };
        WireJson.refuse(response, error, String.valueOf(refusal.getMessage()));
    }

    /** Two calls met in the database and this one gave way. Clients try again by themselves, and nothing of it was stored. */
    @ExceptionHandler
    void gaveWay(ConcurrencyFailureException conflict, HttpServletResponse response) throws IOException {
        LOG.info("A wire call gave way to another", conflict);
        response.setHeader("Retry-After", "1");
        WireJson.refuse(response, MlflowError.TEMPORARILY_UNAVAILABLE, "Another call was writing the same. Try again.");
    }

    /** A value that no rule looked at and the database does not take; nothing of the call was stored. */
    @ExceptionHandler
    void notKept(DataIntegrityViolationException unfit, HttpServletResponse response) throws IOException {
        LOG.warn("A wire call sent what the database does not take", unfit);
        WireJson.refuse(
                response,
                MlflowError.INVALID_PARAMETER_VALUE,
                "A value is longer than this server keeps, or clashes with what is there. Nothing was stored.");
    }

    /** What Tomcat throws for percent signs in a query that stand for no UTF-8. */
    @ExceptionHandler
    void unreadable(InvalidParameterException query, HttpServletResponse response) throws IOException {
        unreadable(response, "The query string cannot be read: it is not UTF-8.");
    }

    /** What the firewall throws for control characters in the names of a query. */
    @ExceptionHandler
    void unreadable(RequestRejectedException query, HttpServletResponse response) throws IOException {
        unreadable(response, "The query string names a parameter with characters that no parameter has.");
    }

    /** Chunks that are none, and forms in parts without their boundary. */
    @ExceptionHandler({BadRequestException.class, MultipartException.class})
    void unreadable(Exception body, HttpServletResponse response) throws IOException {
        LOG.debug("A body could not be read", body);
        unreadable(response, "The request body cannot be read: it is not sent as its headers say.");
    }

    private static void unreadable(HttpServletResponse response, String what) throws IOException {
        WireJson.refuse(response, MlflowError.INVALID_PARAMETER_VALUE, "Bad Request. " + what);
    }

    @ExceptionHandler
    void ourFault(Exception failure, HttpServletResponse response) throws Exception {
        boolean clientLeft = DisconnectedClientHelper.isClientDisconnectedException(failure);
        if (!clientLeft) {
            LOG.error("A wire call failed", failure);
        }
        if (response.isCommitted()) {
            // The server breaks the connection off, so that nobody takes half a file for a whole one.
            throw failure;
        }
        if (clientLeft) {
            return;
        }
        WireJson.refuse(response, MlflowError.INTERNAL_ERROR, WireJson.ourFault());
    }
}
