package io.gatehouse.portal.api;

import io.gatehouse.audit.SignedCheckpoint;
import io.gatehouse.auditlog.AuditLog;
import io.gatehouse.auditlog.AuditQuery;
import io.gatehouse.auditlog.AuditRow;
import io.gatehouse.checkpoints.Checkpoints;
import io.gatehouse.house.HouseDays;
import io.gatehouse.people.Actor;
import io.gatehouse.portal.downloads.Asker;
import io.gatehouse.portal.downloads.AuditDownloads;
import io.gatehouse.portal.downloads.Download;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The audit log for programs: page by page, whole for verification without the server, and its signed checkpoints. For risk alone. */
@RestController
@RequestMapping("/api/gatehouse/v1")
class AuditController {
    private static final int MOST = 1_000;
    private static final int MOST_CHECKPOINTS = 10_000;
    private static final String LINES = "application/x-ndjson";

    private final AuditLog log;
    private final Checkpoints checkpoints;
    private final AuditDownloads downloads;

    AuditController(AuditLog log, Checkpoints checkpoints, AuditDownloads downloads) {
        this.log = log;
        this.checkpoints = checkpoints;
        this.downloads = downloads;
    }

    /** @param events newest first @param next_before to be asked for next as {@code before}; absent on the last page */
    record Page(List<Event> events, @Nullable Long next_before) {}

    /** @param sentence what happened, with the names that people and models have now */
    record Event(
            long seq,
            Instant at,
            String person_id,
            String person,
            String via,
            String action,
            String object,
            String sentence,
            String request_id,
            String hash) {
        static Event of(AuditRow row) {
            return new Event(
                    row.seq(),
                    row.at(),
                    row.personId().toString(),
                    row.person(),
                    row.via().name(),
                    row.action(),
                    row.object(),
                    row.sentence().english(),
                    row.requestId(),
                    row.hash());
        }
    }

    /**
     * @param person id of who did it
     * @param action such as {@code promotion.approved}, {@code promotion.*} or {@code *_refused}
     * @param object text in what it was done to, or in the name of its model
     * @param from a date, or a moment
     * @param to a date, which means its end, or a moment that no longer counts
     * @param via the door: MLFLOW, API, SCREEN, SYSTEM or RECORDING
     * @param before number of the event that the page before ended with
     */
    @GetMapping(path = "/audit-events", produces = MediaType.APPLICATION_JSON_VALUE)
    Page events(
            Actor actor,
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String object,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String via,
            @RequestParam(defaultValue = "0") long before,
            @RequestParam(defaultValue = "100") int max_results) {
        if (max_results < 1 || max_results > MOST) {
            throw new UnfitFieldException("max_results", "max_results must lie in 1.." + MOST + ".");
        }
        List<AuditRow> rows =
                log.before(actor, query(person, action, object, from, to, via), Math.max(0, before), max_results);
        return new Page(
                rows.stream().map(Event::of).toList(),
                rows.size() < max_results ? null : rows.getLast().seq());
    }

    /**
     * The chain from the first event of a time to the last without a gap, as lines of JSON. Verified with
     * {@code gatehouse audit verify}; add {@code --part} if a time was named.
     */
    @GetMapping(path = "/audit-events/export", produces = LINES)
    void export(
            Actor actor,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            HttpServletResponse response)
            throws IOException {
        AuditLog.Part part = log.export(actor, from(from), to(to));
        response.setContentType(LINES);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + AuditDownloads.exportName(part) + "\"");
        log.write(part, response.getOutputStream());
    }

    /** The events that a filter leaves as a workbook; the newest, if they are too many for one. */
    @GetMapping(path = "/audit-events.xlsx", produces = Download.WORKBOOK)
    void workbook(
            Actor actor,
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String object,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String via,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        AuditQuery query = query(person, action, object, from, to, via);
        FileAnswers.send(downloads.workbook(Asker.of(actor, request), query, "audit"), response);
    }

    /** @param document the checkpoint as it was signed, to be kept outside of the server */
    record Checkpoint(long number, long seq, String hash, Instant at, String document) {
        static Checkpoint of(SignedCheckpoint checkpoint) {
            return new Checkpoint(
                    checkpoint.number(), checkpoint.seq(), checkpoint.hash(), checkpoint.at(), checkpoint.text());
        }
    }

    /** @param checkpoints newest first @param public_key that they are verified with, as PEM */
    record CheckpointList(List<Checkpoint> checkpoints, String public_key) {}

    /** The newest checkpoints of the chain. */
    @GetMapping(path = "/audit-checkpoints", produces = MediaType.APPLICATION_JSON_VALUE)
    CheckpointList checkpoints(Actor actor, @RequestParam(defaultValue = "100") int max_results) {
        if (max_results < 1 || max_results > MOST_CHECKPOINTS) {
            throw new UnfitFieldException("max_results", "max_results must lie in 1.." + MOST_CHECKPOINTS + ".");
        }
        return new CheckpointList(
                checkpoints.newest(actor, max_results).stream()
                        .map(Checkpoint::of)
                        .toList(),
                checkpoints.publicKey());
    }

    /** Signs what the chain is now. */
    @PostMapping(path = "/audit-checkpoints", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Checkpoint checkpoint(Actor actor) {
        return Checkpoint.of(checkpoints.write(actor));
    }

    /** The key that checkpoints are verified with, as PEM. */
    @GetMapping(path = "/audit-checkpoints/public-key.pem", produces = "application/x-pem-file")
    byte[] publicKey() {
        return checkpoints.publicKey().getBytes(StandardCharsets.US_ASCII);
    }

    private static AuditQuery query(
            @Nullable UUID person, String action, String object, String from, String to, String via) {
        return new AuditQuery(
                person,
                RequestFields.plain("action", action.toLowerCase(Locale.ROOT)),
                RequestFields.plain("object", object),
                from(from),
                to(to),
                via.isEmpty() ? null : RequestFields.oneOf(Actor.Via.class, "via", via));
    }

    private static @Nullable Instant from(String text) {
        return text.isEmpty() ? null : moment("from", text, 0);
    }

    private static @Nullable Instant to(String text) {
        return text.isEmpty() ? null : moment("to", text, 1);
    }

    /** A day begins when it does in the zone of the installation. */
    private static Instant moment(String field, String text, int daysLater) {
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text)
                            .plusDays(daysLater)
                            .atStartOfDay(HouseDays.zone())
                            .toInstant();
        } catch (DateTimeParseException unfit) {
            throw new UnfitFieldException(
                    field,
                    field + " cannot be '" + RequestFields.excerpt(text)
                            + "'. Write a date such as 2026-03-14, or a moment such as 2026-03-14T10:00:00Z.");
        }
    }
}
