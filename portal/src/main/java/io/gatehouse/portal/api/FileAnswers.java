package io.gatehouse.portal.api;

import io.gatehouse.portal.downloads.Download;
import jakarta.servlet.http.HttpServletResponse;
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
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(download))
                .contentType(MediaType.parseMediaType(download.contentType()))
                .contentLength(made.size())
                .body(new InputStreamResource(made.bytes()));
    }

    /**
     * Writes a file that leaves while it is made. Headers go with its first byte, so that a failure before it is told like any other.
     *
     * @throws IOException if it broke off; the server then ends the connection, so that nobody takes a part for the whole
     */
    static void send(Download download, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(download));
        response.setContentType(download.contentType());
        try {
            download.content().write(response.getOutputStream());
        } catch (RuntimeException failure) {
            if (response.isCommitted()) {
                throw new IOException("The file " + download.fileName() + " broke off", failure);
            }
            response.reset();
            throw failure;
        }
    }

    private static String disposition(Download download) {
        return ContentDisposition.attachment()
                .filename(download.fileName(), StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
