package io.gatehouse.portal.api;

import io.gatehouse.people.Actor;
import io.gatehouse.reports.Provenance;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Hands out workbooks: made whole on disk before the first byte leaves, so that a failure can still be told. */
@Component
class WorkbookAnswers {
    static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Clock clock;

    WorkbookAnswers(Clock clock) {
        this.clock = clock;
    }

    /** Writes a workbook. */
    @FunctionalInterface
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** @param place of the screen that shows the same, such as {@code promotions/PR-4} */
    Provenance provenance(Actor actor, List<Provenance.Origin> origins, String place) {
        URI screen = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/" + place)
                .build()
                .encode()
                .toUri();
        return new Provenance(origins, clock.instant(), actor.person().displayName(), screen, ZoneId.systemDefault());
    }

    ResponseEntity<InputStreamResource> answer(String fileName, Content content) throws IOException {
        Path file = Files.createTempFile("gatehouse-workbook-", ".tmp");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            content.write(out);
        } catch (IOException | RuntimeException failure) {
            Files.delete(file);
            throw failure;
        }
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(fileName, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .contentType(MediaType.parseMediaType(TYPE))
                .contentLength(Files.size(file))
                .body(new InputStreamResource(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE)));
    }
}
