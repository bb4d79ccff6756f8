package io.gatehouse.portal.security;

import io.gatehouse.portal.mlflow.MlflowError;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** Answers requests that the server could not even parse, where its own page would be HTML. */
final class OddAddressValve extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        // A transfer encoding or a version of HTTP that the server does not speak is the caller's choice: clients that
        // are told of a
        // fault of ours try for minutes.
        boolean ours = response.getStatus() == 500 || response.getStatus() == 503;
        MlflowError error = ours ? MlflowError.INTERNAL_ERROR : MlflowError.BAD_REQUEST;
        String message = ours ? "Gatehouse failed to answer this request." : "The request cannot be read.";
        try {
            if (request.getRequestURI() == null) {
                DoorRefusals.unread(response.getResponse(), error, message);
            } else {
                DoorRefusals.refuse(request.getRequestURI(), response.getResponse(), error, message);
            }
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            // The client went away, or the answer was under way: there is nobody left to tell.
            container.getLogger().debug("An error could not be reported", gone);
        }
    }
}
