package io.gatehouse.portal.api;

import io.gatehouse.house.UrlSegment;
import io.gatehouse.outcomes.Intake;
import io.gatehouse.outcomes.Outcomes;
import io.gatehouse.people.Actor;
import io.gatehouse.portal.address.PublicUrl;
import io.gatehouse.sentences.Sentence;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Takes in what became of customers, and says what was taken in. */
@RestController
@RequestMapping("/api/gatehouse/v1/models/{name}/outcomes")
class OutcomesController {
    /** More is not copied: the reader refuses a file of this size by its size. */
    private static final long MOST_BYTES = (256L << 20) + 1;

    private final Outcomes outcomes;
    private final Clock clock;

    OutcomesController(Outcomes outcomes, Clock clock) {
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /**
     * One file of outcomes.
     *
     * @param number as in {@code OI-3}
     * @param already whether the same file had been taken in before, so that nothing changed
     * @param added customers of whom nothing was known before
     * @param corrected customers of whom the opposite was said before
     * @param moved customers of whom the same was said of another day
     * @param unchanged customers of whom this was on record already
     * @param not_scored customers who are in no scored population of the model
     * @param sentence the same in words
     * @param link to the screen
     */
    record IntakeBody(
            String number,
            boolean already,
            long rows,
            long customers,
            long leavers,
            long stayers,
            long added,
            long corrected,
            long moved,
            long unchanged,
            long not_scored,
            LocalDate observed_from,
            LocalDate observed_to,
            String file_sha256,
            String taken_in_by,
            Instant taken_in_at,
            String sentence,
            String link) {}

    /** @param leavers who left, by the last word on each @param stayers who stayed, likewise @param intakes newest first */
    record KnownBody(String model, Instant at, long leavers, long stayers, List<IntakeBody> intakes) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<IntakeBody> post(
            Actor actor,
            @PathVariable String name,
            @RequestPart(name = "metadata", required = false) @Nullable String metadata,
            @RequestPart(name = "file", required = false) @Nullable MultipartFile file)
            throws IOException {
        Outcomes.Arrival arrival =
                OutcomeMetadata.parse(metadata == null ? "{}" : metadata).of(name);
        if (file == null) {
            throw new UnfitFieldException(
                    "file",
                    "The part file is missing. Send the table of outcomes, CSV or Parquet, as a part named file.");
        }
        return take(actor, arrival, file::getInputStream);
    }

    /** The file as the body itself, as {@code curl --data-binary @outcomes.csv} sends it. */
    @PostMapping(consumes = {"text/csv", "application/vnd.apache.parquet", "application/octet-stream"})
    ResponseEntity<IntakeBody> post(
            Actor actor,
            @PathVariable String name,
            @RequestParam(name = "id", required = false) @Nullable String id,
            @RequestParam(name = "outcome", required = false) @Nullable String outcome,
            @RequestParam(name = "observed_on", required = false) @Nullable String observedOn,
            @RequestParam(name = "positive_label", required = false) @Nullable String positiveLabel,
            HttpServletRequest request)
            throws IOException {
        return take(
                actor, new OutcomeMetadata(id, outcome, observedOn, positiveLabel).of(name), request::getInputStream);
    }

    @GetMapping
    KnownBody known(
            Actor actor, @PathVariable String name, @RequestParam(name = "at", required = false) @Nullable String at) {
        Instant moment = at == null ? clock.instant() : RequestFields.past("at", at, clock.instant());
        Outcomes.Known known = outcomes.known(actor, name, moment)
                .orElseThrow(() -> ProblemCode.refusal("UNKNOWN_MODEL", "There is no model " + name + "."));
        List<IntakeBody> intakes = outcomes.intakes(actor, name).stream()
                .filter(intake -> !intake.takenInAt().isAfter(moment))
                .map(intake -> body(name, intake, false, intake.summary()))
                .toList();
        return new KnownBody(name, moment, known.leavers(), known.stayers(), intakes);
    }

    /** Opens the file that came. */
    @FunctionalInterface
    private interface Upload {
        InputStream open() throws IOException;
    }

    private ResponseEntity<IntakeBody> take(Actor actor, Outcomes.Arrival arrival, Upload upload) throws IOException {
        Path table = Files.createTempFile("outcomes", ".table");
        try {
            try (InputStream in = upload.open();
                    OutputStream out = Files.newOutputStream(table)) {
                copy(in, out);
            }
            return switch (outcomes.takeIn(actor, arrival, table)) {
                case Outcomes.TakenIn.Stored(Intake intake) -> {
                    IntakeBody body = body(arrival.model(), intake, false, intake.summary());
                    yield ResponseEntity.created(URI.create(body.link)).body(body);
                }
                case Outcomes.TakenIn.Already(Intake intake, Sentence sentence) ->
                    ResponseEntity.ok(body(arrival.model(), intake, true, List.of(sentence)));
                case Outcomes.TakenIn.Refused refused -> throw refusal(refused);
            };
        } finally {
            Files.delete(table);
        }
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long copied = 0;
        for (int read = in.read(buffer); read >= 0 && copied < MOST_BYTES; read = in.read(buffer)) {
            out.write(buffer, 0, read);
            copied += read;
        }
    }

    private static ApiRefusal refusal(Outcomes.TakenIn.Refused refused) {
        String sentence = refused.sentence().english();
        return switch (refused.code()) {
            case "UNKNOWN_MODEL" -> ProblemCode.refusal(refused.code(), sentence);
            case "BUSY" ->
                new ApiRefusal(HttpStatus.CONFLICT, refused.code(), "", sentence, "Send it again in a minute.");
            default -> new ApiRefusal(HttpStatus.BAD_REQUEST, refused.code(), refused.field(), sentence, "");
        };
    }

    private static IntakeBody body(String model, Intake intake, boolean already, List<Sentence> sentences) {
        return new IntakeBody(
                intake.name(),
                already,
                intake.rows(),
                intake.customers(),
                intake.leavers(),
                intake.stayers(),
                intake.added(),
                intake.corrected(),
                intake.moved(),
                intake.unchanged(),
                intake.notScored(),
                intake.observedFrom(),
                intake.observedTo(),
                intake.fileSha256(),
                intake.takenInBy(),
                intake.takenInAt(),
                sentences.stream().map(Sentence::english).collect(Collectors.joining(" ")),
                PublicUrl.link("models/" + UrlSegment.of(model) + "/outcomes").toString());
    }
}
