package io.gatehouse.portal.mlflow;

import io.gatehouse.people.NotPermittedException;
import io.gatehouse.search.InvalidSearchException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Turns what went wrong in a wire controller into MLflow's error body. */
@ControllerAdvice(basePackageClasses = WireErrors.class)
class WireErrors {
    private static final Logger LOG = LoggerFactory.getLogger(WireErrors.class);

    @ExceptionHandler
    void refused(MlflowRefusal refusal, HttpServletResponse response) throws IOException {
        WireJson.refuse(response, refusal.error(), String.valueOf(refusal.getMessage()));
    }

    @ExceptionHandler
    void notPermitted(NotPermittedException denied, HttpServletResponse response) throws IOException {
        WireJson.refuse(
                response, MlflowError.PERMISSION_DENIED, denied.sentence().english());
    }

    @ExceptionHandler
    void notUnderstood(InvalidSearchException invalid, HttpServletResponse response) throws IOException {
        WireJson.refuse(response, MlflowError.INVALID_PARAMETER_VALUE, String.valueOf(invalid.getMessage()));
    }

    @ExceptionHandler
    void ourFault(Exception failure, HttpServletResponse response) throws IOException {
        LOG.error("A wire call failed", failure);
        WireJson.refuse(response, MlflowError.INTERNAL_ERROR, WireJson.ourFault());
    }
}
