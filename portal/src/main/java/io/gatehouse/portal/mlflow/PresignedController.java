package io.gatehouse.portal.mlflow;

import io.gatehouse.loggedmodels.LoggedModels;
import io.gatehouse.people.Actor;
import io.gatehouse.tracking.Runs;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Signed addresses of files in a cloud store. Files go through the portal here, so that rights are asked and what was judged stays as it
 * was; clients are told so in the words and with the code of MLflow's own server, whose artifacts are proxied, too.
 */
@Controller
class PresignedController {
    private final Runs runs;
    private final LoggedModels loggedModels;

    PresignedController(Runs runs, LoggedModels loggedModels) {
        this.runs = runs;
        this.loggedModels = loggedModels;
    }

    @PostMapping({
        "/api/2.0/mlflow/artifacts/presigned-upload-url",
        "/ajax-api/2.0/mlflow/artifacts/presigned-upload-url"
    })
    WireAnswer upload(WireRequest request, Actor actor) {
        ArtifactController.safe(request.text("path"));
        String run = request.optionalText("run_id").orElse("");
        String model = request.optionalText("model_id").orElse("");
        if (run.isEmpty() == model.isEmpty()) {
            throw MlflowRefusal.invalid("Exactly one of run_id and model_id must be provided.");
        }
        String place = run.isEmpty()
                ? Refusals.orRefuse(loggedModels.find(actor, model, false)).location()
                : runs.get(actor, run).info().artifactUri();
        throw notSigned("Presigned upload is not supported for proxied artifact storage", place);
    }

    @PostMapping({
        "/api/2.0/mlflow/artifacts/presigned-download-url",
        "/ajax-api/2.0/mlflow/artifacts/presigned-download-url"
    })
    WireAnswer download(WireRequest request, Actor actor) {
        String run = request.text("run_id");
        ArtifactController.safe(request.text("path"));
        String place = runs.get(actor, run).info().artifactUri();
        throw notSigned("Presigned download is not supported for runs with proxied artifact storage", place);
    }

    private static MlflowRefusal notSigned(String words, String place) {
        return MlflowRefusal.invalid(
                words + " (" + place + "). Send and fetch files through this server, as clients do by default.");
    }
}
