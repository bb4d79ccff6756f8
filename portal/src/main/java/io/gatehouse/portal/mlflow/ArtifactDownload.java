package io.gatehouse.portal.mlflow;

import io.gatehouse.artifacts.Artifact;
import io.gatehouse.artifacts.ArtifactPath;
import io.gatehouse.artifacts.ArtifactStore;
import io.gatehouse.people.Actor;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Hands a file out: always as an attachment, with a type that its name tells and never its content or the client, so that no browser runs
 * an uploaded page as one of ours. Ranges are answered.
 */
@Component
class ArtifactDownload {
    private final ArtifactStore store;

    ArtifactDownload(ArtifactStore store) {
        this.store = store;
    }

    ResponseEntity<Resource> of(Actor actor, ArtifactPath path) {
        Artifact artifact = store.find(actor, path).orElseThrow(() -> missing(actor, path));
        String name = path.name();
        return ResponseEntity.ok()
                .contentType(MediaTypeFactory.getMediaType(name).orElse(MediaType.APPLICATION_OCTET_STREAM))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .eTag(artifact.sha256())
                .body(new Content(artifact));
    }

    private MlflowRefusal missing(Actor actor, ArtifactPath path) {
        return store.list(actor, path).isEmpty()
                ? MlflowRefusal.missing("No artifact lies at '" + path + "'.")
                : MlflowRefusal.invalid("'" + path + "' is a directory; name a file in it.");
    }

    private final class Content extends AbstractResource {
        private final Artifact artifact;

        private Content(Artifact artifact) {
            this.artifact = artifact;
        }

        @Override
        public String getDescription() {
            return "artifact " + artifact.path();
        }

        @Override
        public boolean exists() {
            return true;
        }

        @Override
        public long contentLength() {
            return artifact.size();
        }

        @Override
        public InputStream getInputStream() {
            return store.open(artifact);
        }

        @Override
        public boolean equals(@org.jspecify.annotations.Nullable Object other) {
            return other instanceof Content content && content.artifact.equals(artifact);
        }

        @Override
        public int hashCode() {
            return artifact.hashCode();
        }
    }
}
