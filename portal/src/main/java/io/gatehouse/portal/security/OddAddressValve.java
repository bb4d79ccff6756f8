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
        String uri = request.getRequestURI() == null ? "/api/" : request.getRequestURI();
        boolean ours = response.getStatus() >= 500;
        try {
            DoorRefusals.refuse(
                    uri,
                    response.getResponse(),
                    ours ? MlflowError.INTERNAL_ERROR : MlflowError.BAD_REQUEST,
                    ours ? "Gatehouse failed to answer this request." : "The request cannot be read.");
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            // The client went away, or the answer was under way: there is nobody left to tell.
            container.getLogger().debug("An error could not be reported", gone);
        }
    }
}
