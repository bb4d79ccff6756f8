package io.gatehouse.portal.mlflow;

import io.gatehouse.artifacts.ArtifactPath;
import io.gatehouse.artifacts.ArtifactStore;
import io.gatehouse.people.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.util.UriUtils;

/** MLflow's proxied artifacts: files go up and down through the portal, streamed. */
@Controller
@RequestMapping(path = {"/api/2.0/mlflow-artifacts", "/ajax-api/2.0/mlflow-artifacts"})
class ArtifactController {
    private static final String FILES = "/mlflow-artifacts/artifacts/";

    private final ArtifactStore store;
    private final ArtifactDownload download;
    private final UploadLimit limit;

    ArtifactController(ArtifactStore store, ArtifactDownload download, UploadLimit limit) {
        this.store = store;
        this.download = download;
        this.limit = limit;
    }

    @PutMapping("/artifacts/**")
    WireAnswer put(Actor actor, HttpServletRequest request) throws IOException {
        long announced = request.getContentLengthLong();
        Refusals.orRefuse(store.write(
                actor,
                file(request),
                limit.on(request.getInputStream(), announced),
                announced < 0 ? OptionalLong.empty() : OptionalLong.of(announced)));
        return WireAnswer.EMPTY;
    }

    @GetMapping("/artifacts/**")
    void get(Actor actor, HttpServletRequest request, HttpServletResponse response) throws IOException {
        download.answer(actor, file(request), request, response);
    }

    /** A directory's files by their names alone; what is not a directory has none. */
    @GetMapping("/artifacts")
    WireAnswer list(WireRequest request, Actor actor) {
        ArtifactPath directory = safe(request.optionalText("path").orElse(""));
        return new ArtifactBodies.FilesAnswer(ArtifactBodies.of(store.list(actor, directory), ""));
    }

    @DeleteMapping("/artifacts/**")
    WireAnswer delete(Actor actor, HttpServletRequest request) {
        Refusals.orRefuse(store.delete(actor, file(request)));
        return WireAnswer.EMPTY;
    }

    private static ArtifactPath file(HttpServletRequest request) {
        String uri = request.getRequestURI();
        String raw = uri.substring(uri.indexOf(FILES) + FILES.length());
        ArtifactPath path = safe(UriUtils.decode(raw, StandardCharsets.UTF_8));
        if (path.isRoot()) {
            throw MlflowRefusal.invalid("Invalid path");
        }
        return path;
    }

    /** @throws MlflowRefusal with MLflow's exact words if the path could mean another place */
    static ArtifactPath safe(String text) {
        // The root of the store is no path, not the root of a machine.
        Optional<ArtifactPath> path = text.equals("/") ? Optional.empty() : ArtifactPath.parse(text);
        return path.orElseThrow(() -> MlflowRefusal.invalid("Invalid path"));
    }
}
