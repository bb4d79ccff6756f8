package io.gatehouse.portal.api;

import io.gatehouse.people.Actor;
import io.gatehouse.portal.address.PublicUrl;
import io.gatehouse.risklist.RiskListPage;
import io.gatehouse.risklist.RiskLists;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Takes scored populations in. */
@RestController
@RequestMapping("/api/gatehouse/v1/scored-batches")
class ScoredBatchController {
    private final RiskLists lists;

    ScoredBatchController(RiskLists lists) {
        this.lists = lists;
    }

    /**
     * What was made of a batch.
     *
     * @param number as in {@code RL-7}
     * @param link to the list's screen
     */
    record Listed(
            String id,
            String number,
            String model,
            int version,
            LocalDate as_of,
            long scored,
            long listed,
            String link) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Listed> post(
            Actor actor,
            @RequestPart(name = "metadata", required = false) @Nullable String metadata,
            @RequestPart(name = "file", required = false) @Nullable MultipartFile file)
            throws IOException {
        RiskLists.BatchDescription description =
                BatchMetadata.parse(metadata == null ? "{}" : metadata).describe();
        if (file == null) {
            throw new UnfitFieldException(
                    "file", "The part file is missing. Send the scored table, Parquet or CSV, as a part named file.");
        }
        Path table = Files.createTempFile("scored-batch", ".table");
        try {
            file.transferTo(table);
            return switch (lists.post(actor, description, table)) {
                case RiskLists.Posted.Listed(RiskListPage.Header header) -> listed(header);
                case RiskLists.Posted.Refused refused ->
                    throw new ApiRefusal(
                            HttpStatus.BAD_REQUEST,
                            refused.code(),
                            refused.field(),
                            refused.sentence().english(),
                            "");
            };
        } finally {
            Files.delete(table);
        }
    }

    private static ResponseEntity<Listed> listed(RiskListPage.Header header) {
        String number = "RL-" + header.number();
        URI link = PublicUrl.link("risk-lists/" + number);
        return ResponseEntity.created(link)
                .body(new Listed(
                        header.id().toString(),
                        number,
                        header.model(),
                        header.version(),
                        header.asOf(),
                        header.scored(),
                        header.listed(),
                        link.toString()));
    }
}
