package io.gatehouse.portal.api;

import io.gatehouse.portal.downloads.Download;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Hands out the files that the screens offer too. */
final class FileAnswers {
    private FileAnswers() {}

    static ResponseEntity<InputStreamResource> of(Download download) throws IOException {
        Download.Made made = download.made();
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(download.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .contentType(MediaType.parseMediaType(download.contentType()))
                .contentLength(made.size())
                .body(new InputStreamResource(made.bytes()));
    }
}
