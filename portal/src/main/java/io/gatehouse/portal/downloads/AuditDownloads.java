package io.gatehouse.portal.downloads;

import io.gatehouse.audit.SignedCheckpoint;
import io.gatehouse.auditlog.AuditLog;
import io.gatehouse.auditlog.AuditQuery;
import io.gatehouse.auditlog.AuditRow;
import io.gatehouse.checkpoints.Checkpoints;
import io.gatehouse.house.HouseDays;
import io.gatehouse.people.Actor;
import io.gatehouse.reports.AuditReport;
import io.gatehouse.reports.Provenance;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The audit log to be taken away: as a workbook to read, as lines to verify, and the checkpoint that goes with them. */
@Component
public class AuditDownloads {
    /** Of an export. */
    public static final String LINES = "application/x-ndjson";

    private static final int ROWS_AT_A_TIME = 1_000;

    private final AuditLog log;
    private final Checkpoints checkpoints;
    private final Clock clock;

    AuditDownloads(AuditLog log, Checkpoints checkpoints, Clock clock) {
        this.log = log;
        this.checkpoints = checkpoints;
        this.clock = clock;
    }

    /** Such as {@code gatehouse-audit-1-812.ndjson}. */
    public static String exportName(AuditLog.Part part) {
        return "gatehouse-audit-" + part.first() + "-" + part.last() + ".ndjson";
    }

    /** The events that a filter leaves, newest first. That they were taken away is put on record. */
    public Download workbook(Asker asker, AuditQuery query, String place) {
        Actor actor = asker.actor();
        AuditLog.ChainState state = log.state(actor);
        Optional<SignedCheckpoint> checkpoint =
                checkpoints.newest(actor, 1).stream().findFirst();
        Provenance provenance = new Provenance(
                List.of(), clock.instant(), actor.person().displayName(), asker.screen(place), HouseDays.zone());
        AuditReport report = new AuditReport(query, name(actor, query), state, checkpoint);
        Download.Content content =
                new Download.OfRows<>(() -> rows(actor, query), (rows, out) -> report.write(rows, provenance, out));
        return new Download(
                report.fileName(provenance),
                Download.WORKBOOK,
                new Download.Recorded(() -> recordTaken(actor), content),
                true);
    }

    void recordTaken(Actor actor) {
        log.recordTakenAway(actor, "as a workbook");
    }

    /** The chain of a time, to be verified without the server. */
    public Download export(Actor actor, @Nullable Instant from, @Nullable Instant before) {
        AuditLog.Part part = log.export(actor, from, before);
        return new Download(exportName(part), LINES, out -> log.write(part, out));
    }

    /** The newest checkpoint. Empty if there is none. */
    public Optional<Download> checkpoint(Actor actor) {
        return checkpoints.newest(actor, 1).stream()
                .findFirst()
                .map(checkpoint -> new Download(
                        "gatehouse-checkpoint-" + checkpoint.number() + ".json",
                        "application/json",
                        out -> out.write((checkpoint.text() + "\n").getBytes(StandardCharsets.UTF_8))));
    }

    /** What checkpoints are verified with. */
    public Download publicKey() {
        return new Download(
                "gatehouse-audit-public-key.pem",
                "application/x-pem-file",
                out -> out.write(checkpoints.publicKey().getBytes(StandardCharsets.US_ASCII)));
    }

    private @Nullable String name(Actor actor, AuditQuery query) {
        return log.people(actor).stream()
                .filter(person -> person.id().equals(query.person()))
                .map(person -> person.displayName())
                .findFirst()
                .orElse(null);
    }

    private Iterator<AuditRow> rows(Actor actor, AuditQuery query) {
        return new ReadAhead<>(
                () -> log.before(actor, query, 0, ROWS_AT_A_TIME),
                last -> log.before(actor, query, last.seq(), ROWS_AT_A_TIME));
    }
}
