package io.gatehouse.portal.mlflow;

import io.gatehouse.artifacts.ArtifactPath;
import io.gatehouse.artifacts.ArtifactStore;
import io.gatehouse.loggedmodels.LoggedModels;
import io.gatehouse.people.Actor;
import io.gatehouse.registry.ModelVersions;
import io.gatehouse.tracking.Runs;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The files of one run, version or logged model, by paths that start in its folder. */
@Controller
class OwnedFilesController {
    private static final long LARGEST_UPLOAD = 10L * 1024 * 1024;

    private final ArtifactStore store;
    private final ArtifactDownload download;
    private final Runs runs;
    private final ModelVersions versions;
    private final LoggedModels loggedModels;

    OwnedFilesController(
            ArtifactStore store,
            ArtifactDownload download,
            Runs runs,
            ModelVersions versions,
            LoggedModels loggedModels) {
        this.store = store;
        this.download = download;
        this.runs = runs;
        this.versions = versions;
        this.loggedModels = loggedModels;
    }

    @GetMapping({"/api/2.0/mlflow/artifacts/list", "/ajax-api/2.0/mlflow/artifacts/list"})
    WireAnswer ofRun(WireRequest request, Actor actor) {
        ArtifactPath below =
                ArtifactController.safe(request.optionalText("path").orElse(""));
        return list(
                actor,
                runs.get(actor, request.text("run_id", "run_uuid")).info().artifactUri(),
                below);
    }

    @GetMapping({
        "/api/2.0/mlflow/logged-models/{id}/artifacts/directories",
        "/ajax-api/2.0/mlflow/logged-models/{id}/artifacts/directories"
    })
    WireAnswer ofLoggedModel(@PathVariable("id") String id, WireRequest request, Actor actor) {
        ArtifactPath below = ArtifactController.safe(
                request.optionalText("artifact_directory_path").orElse(""));
        return list(
                actor, Refusals.orRefuse(loggedModels.find(actor, id, false)).location(), below);
    }

    @GetMapping("/ajax-api/2.0/mlflow/logged-models/{id}/artifacts/files")
    void fileOfLoggedModel(
            @PathVariable("id") String id,
            WireRequest request,
            Actor actor,
            HttpServletRequest http,
            HttpServletResponse response)
            throws IOException {
        String root = Refusals.orRefuse(loggedModels.find(actor, id, false)).location();
        download.answer(actor, below(root, request.text("artifact_file_path")), http, response);
    }

    @GetMapping("/get-artifact")
    void fileOfRun(WireRequest request, Actor actor, HttpServletRequest http, HttpServletResponse response)
            throws IOException {
        ArtifactController.safe(request.text("path"));
        String root = runs.get(actor, request.text("run_id", "run_uuid")).info().artifactUri();
        download.answer(actor, below(root, request.text("path")), http, response);
    }

    @GetMapping("/model-versions/get-artifact")
    void fileOfVersion(WireRequest request, Actor actor, HttpServletRequest http, HttpServletResponse response)
            throws IOException {
        String root = Refusals.orRefuse(versions.find(actor, request.text("name"), RegistryRequests.version(request)))
                .storageLocation();
        download.answer(actor, below(root, request.text("path")), http, response);
    }

    @PostMapping("/ajax-api/2.0/mlflow/upload-artifact")
    WireAnswer upload(Actor actor, HttpServletRequest http) throws IOException {
        String run = Optional.ofNullable(http.getParameter("run_uuid")).orElse("");
        String path = Optional.ofNullable(http.getParameter("path")).orElse("");
        if (run.isEmpty() || path.isEmpty()) {
            throw MlflowRefusal.invalid("Request must specify " + (run.isEmpty() ? "run_uuid" : "path") + ".");
        }
        ArtifactController.safe(path);
        long announced = http.getContentLengthLong();
        if (announced == 0) {
            throw MlflowRefusal.invalid("Request must specify data.");
        }
        if (announced < 0 || announced > LARGEST_UPLOAD) {
            throw MlflowRefusal.invalid("Artifact size is not known or exceeds " + LARGEST_UPLOAD
                    + " bytes; larger files go through the artifact proxy.");
        }
        ArtifactPath file = below(runs.get(actor, run).info().artifactUri(), path);
        Refusals.orRefuse(store.write(actor, file, http.getInputStream(), OptionalLong.of(announced)));
        return WireAnswer.EMPTY;
    }

    private WireAnswer list(Actor actor, String rootUri, ArtifactPath below) {
        Optional<ArtifactPath> root = ArtifactPath.ofLocation(rootUri);
        List<ArtifactBodies.FileBody> files = root.isEmpty()
                ? List.of()
                : ArtifactBodies.of(
                        store.list(actor, below.isRoot() ? root.get() : below(rootUri, below.value())),
                        below.isRoot() ? "" : below.value() + "/");
        return new ArtifactBodies.RootedFilesAnswer(rootUri, files);
    }

    private static ArtifactPath below(String rootUri, String path) {
        ArtifactPath below = ArtifactController.safe(path);
        ArtifactPath root = ArtifactPath.ofLocation(rootUri)
                .orElseThrow(() -> MlflowRefusal.invalid(
                        "The files are at " + rootUri + ", which this server does not open; read them there."));
        return ArtifactController.safe(below.isRoot() ? root.value() : root.value() + "/" + below.value());
    }
}
