package io.gatehouse.portal.mlflow;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** What the server says about itself, and what it says of calls that it does not know. */
@Controller
class ServerController {
    /**
     * The MLflow version whose server this one stands in for. Clients ask it only before they export traces; below 3.4 they do not try
     * OpenTelemetry's protocol, which is not served here.
     */
    private static final String MLFLOW_VERSION = "3.3.2";

    @GetMapping(path = "/health", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    String health() {
        return "OK";
    }

    @GetMapping(path = "/version", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    String version() {
        return MLFLOW_VERSION;
    }

    @GetMapping({"/api/3.0/mlflow/server-info", "/ajax-api/3.0/mlflow/server-info"})
    WireAnswer serverInfo() {
        return new ServerInfo("SqlStore", false, false, false, false);
    }

    /** Every path under MLflow's prefixes that no controller serves. Clients take this code as the sign to try an older call. */
    @RequestMapping({"/api/**", "/ajax-api/**"})
    WireAnswer unknown(HttpServletRequest request) {
        throw new MlflowRefusal(
                MlflowError.ENDPOINT_NOT_FOUND,
                "Gatehouse does not serve " + request.getMethod() + " " + request.getRequestURI() + ".");
    }

    private record ServerInfo(
            String storeType,
            boolean workspacesEnabled,
            boolean traceArchivalEnabled,
            boolean multipartUploadsEnabled,
            boolean multipartDownloadsEnabled)
            implements WireAnswer {}
}
