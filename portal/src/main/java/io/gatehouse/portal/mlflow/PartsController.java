package io.gatehouse.portal.mlflow;

import io.gatehouse.artifacts.ArtifactPath;
import io.gatehouse.artifacts.UploadsInParts;
import io.gatehouse.people.Actor;
import io.gatehouse.portal.address.PublicUrl;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.util.UriUtils;

/**
 * MLflow's upload in parts. A client sends them to the addresses that it was given, without its credentials, so that a secret of the upload
 * comes along in a header and lets nobody do anything but send its parts.
 */
@Controller
@RequestMapping(path = {"/api/2.0/mlflow-artifacts/mpu", "/ajax-api/2.0/mlflow-artifacts/mpu"})
class PartsController {
    private static final String SECRET = "X-Gatehouse-Upload";

    private final UploadsInParts uploads;
    private final UploadLimit limit;

    PartsController(UploadsInParts uploads, UploadLimit limit) {
        this.uploads = uploads;
        this.limit = limit;
    }

    private record Credential(String url, int partNumber, Map<String, String> headers) {}

    private record Begun(String uploadId, List<Credential> credentials) implements WireAnswer {}

    @PostMapping("/create/**")
    WireAnswer create(Actor actor, WireRequest body, HttpServletRequest request) {
        int parts = body.optionalInt32("num_parts").orElse(1);
        UploadsInParts.Begun begun = Refusals.orRefuse(uploads.begin(actor, file("create", request, body), parts));
        Map<String, String> headers = Map.of(SECRET, begun.secret());
        return new Begun(
                begun.id(),
                IntStream.rangeClosed(1, parts)
                        .mapToObj(number -> new Credential(place(begun.id(), number), number, headers))
                        .toList());
    }

    private static String place(String id, int number) {
        return PublicUrl.link("api/2.0/mlflow-artifacts/mpu/part/" + id + "/" + number)
                .toString();
    }

    @PutMapping("/part/{id}/{number}")
    WireAnswer part(
            @PathVariable("id") String id,
            @PathVariable("number") String number,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String secret = request.getHeader(SECRET);
        if (secret == null || !uploads.opens(id, secret) || !number.matches("\\d{1,5}")) {
            throw new MlflowRefusal(
                    MlflowError.UNAUTHENTICATED, "There is no such upload, or this is not the address that was given.");
        }
        long announced = request.getContentLengthLong();
        String sha256 = Refusals.orRefuse(uploads.take(
                id,
                Integer.parseInt(number),
                limit.on(request.getInputStream(), announced, uploads.size(id)),
                announced < 0 ? OptionalLong.empty() : OptionalLong.of(announced)));
        response.setHeader(HttpHeaders.ETAG, sha256);
        return WireAnswer.EMPTY;
    }

    @PostMapping("/complete/**")
    WireAnswer complete(Actor actor, WireRequest body, HttpServletRequest request) {
        List<UploadsInParts.Part> parts = body.objects("parts").stream()
                .map(part -> new UploadsInParts.Part(
                        part.optionalInt32("part_number").orElse(0),
                        part.optionalText("etag").orElse("").replace("\"", "")))
                .toList();
        Refusals.orRefuse(uploads.complete(actor, file("complete", request, body), body.text("upload_id"), parts));
        return WireAnswer.EMPTY;
    }

    @PostMapping("/abort/**")
    WireAnswer abort(Actor actor, WireRequest body, HttpServletRequest request) {
        Refusals.orRefuse(uploads.abort(actor, file("abort", request, body), body.text("upload_id")));
        return WireAnswer.EMPTY;
    }

    /** The folder is in the address; the path in the body is the one on the client's machine, of which the last name counts. */
    private static ArtifactPath file(String verb, HttpServletRequest request, WireRequest body) {
        String uri = request.getRequestURI();
        String begin = "/mlflow-artifacts/mpu/" + verb;
        String folder = UriUtils.decode(uri.substring(uri.indexOf(begin) + begin.length()), StandardCharsets.UTF_8)
                .replaceFirst("^/", "");
        String path = body.text("path");
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        ArtifactPath directory = ArtifactController.safe(folder);
        ArtifactPath file = ArtifactController.safe(directory.isRoot() ? name : directory.value() + "/" + name);
        if (name.isEmpty() || file.isRoot()) {
            throw MlflowRefusal.invalid("Invalid path");
        }
        return file;
    }
}
