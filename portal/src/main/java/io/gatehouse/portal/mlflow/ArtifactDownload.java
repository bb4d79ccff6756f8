package io.gatehouse.portal.mlflow;

import io.gatehouse.artifacts.Artifact;
import io.gatehouse.artifacts.ArtifactPath;
import io.gatehouse.artifacts.ArtifactStore;
import io.gatehouse.people.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Hands a file out: always as an attachment, with a type that its name tells and never its content or the client, so that no browser runs
 * an uploaded page as one of ours. Its entity tag is the digest of its bytes; one range of them is answered. A file on this machine goes
 * from the disk to the network without passing through this process, where the connection allows that.
 */
@Component
class ArtifactDownload {
    private static final int BUFFER = 1 << 16;

    /** Below this the detour costs more than it saves; the limit of Tomcat's own file servlet. */
    private static final long WORTH_SENDING = 48L * 1024;

    /** What stands in a header without quotation marks; clients of MLflow look for it so. */
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9!#$&+.^_`|~-]+");

    private static final Set<String> TEXTS = Set.of(
            ("txt log err cfg conf cnf cf ini properties prop hocon toml yaml yml xml json js py py3 csv tsv md rst ipynb"
                            + " MLmodel mlproject")
                    .split(" "));

    private static final int PARTIAL = 206;
    private static final int UNSATISFIABLE = 416;

    private final ArtifactStore store;

    ArtifactDownload(ArtifactStore store) {
        this.store = store;
    }

    /** @throws IOException if the client goes away, or the bytes stop coming once some are sent: the connection is broken off then */
    void answer(Actor actor, ArtifactPath path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Artifact artifact = store.find(actor, path).orElseThrow(() -> missing(actor, path));
        String tag = "\"" + artifact.sha256() + "\"";
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        if (new ServletWebRequest(request, response).checkNotModified(tag)) {
            return;
        }
        response.setHeader(HttpHeaders.ETAG, tag);
        boolean reads = request.getMethod().equals("GET");
        switch (reads ? range(request, tag, artifact.size()) : new ByteRange.Whole()) {
            case ByteRange.Whole() -> {
                describe(artifact, response);
                send(artifact, new ByteRange.Part(0, artifact.size()), request, response);
            }
            case ByteRange.Part part -> {
                describe(artifact, response);
                response.setStatus(PARTIAL);
                response.setHeader(
                        HttpHeaders.CONTENT_RANGE,
                        "bytes " + part.from() + "-" + (part.from() + part.length() - 1) + "/" + artifact.size());
                send(artifact, part, request, response);
            }
            case ByteRange.Unsatisfiable() -> {
                response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + artifact.size());
                WireJson.refuse(
                        response,
                        UNSATISFIABLE,
                        MlflowError.INVALID_PARAMETER_VALUE,
                        "'" + path + "' has " + artifact.size() + " bytes; the range asked for begins behind them.");
            }
        }
    }

    /** A range of other bytes than those that are here now would not fit what the client has of it. */
    private static ByteRange range(HttpServletRequest request, String tag, long size) {
        String condition = request.getHeader(HttpHeaders.IF_RANGE);
        return condition == null || condition.strip().equals(tag)
                ? ByteRange.of(request.getHeader(HttpHeaders.RANGE), size)
                : new ByteRange.Whole();
    }

    private static void describe(Artifact artifact, HttpServletResponse response) {
        String name = artifact.path().name();
        response.setContentType(type(name));
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                PLAIN_NAME.matcher(name).matches()
                        ? "attachment; filename=" + name
                        : ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString());
    }

    /** As MLflow's own server tells it: what people read in an editor is text, with an ending or, as MLmodel, without. */
    private static String type(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return TEXTS.contains(ending)
                ? MediaType.TEXT_PLAIN_VALUE
                : MediaTypeFactory.getMediaType(name)
                        .orElse(MediaType.APPLICATION_OCTET_STREAM)
                        .toString();
    }

    private void send(Artifact artifact, ByteRange.Part part, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentLengthLong(part.length());
        if (request.getMethod().equals("HEAD")) {
            return;
        }
        boolean sends = Boolean.TRUE.equals(request.getAttribute("org.apache.tomcat.sendfile.support"));
        Optional<Path> file = sends && part.length() >= WORTH_SENDING ? store.nearFile(artifact) : Optional.empty();
        if (file.isPresent()) {
            request.setAttribute(
                    "org.apache.tomcat.sendfile.filename",
                    file.get().toRealPath().toString());
            request.setAttribute("org.apache.tomcat.sendfile.start", part.from());
            request.setAttribute("org.apache.tomcat.sendfile.end", part.from() + part.length());
            return;
        }
        try (InputStream bytes = store.open(artifact, part.from(), part.length())) {
            copy(bytes, part.length(), response);
        }
    }

    private static void copy(InputStream bytes, long length, HttpServletResponse response) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = length;
        while (left > 0) {
            int read = bytes.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new IOException(left + " bytes of a file are missing");
            }
            response.getOutputStream().write(buffer, 0, read);
            left -= read;
        }
    }

    private MlflowRefusal missing(Actor actor, ArtifactPath path) {
        return store.list(actor, path).isEmpty()
                ? MlflowRefusal.missing("No artifact lies at '" + path + "'.")
                : MlflowRefusal.invalid("'" + path + "' is a directory; name a file in it.");
    }
}
