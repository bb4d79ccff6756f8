package io.gatehouse.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.audit.SignedCheckpoint;
import io.gatehouse.auditlog.AuditLog;
import io.gatehouse.auditlog.AuditQuery;
import io.gatehouse.auditlog.AuditRow;
import io.gatehouse.auditlog.AuditSubject;
import io.gatehouse.people.Actor;
import io.gatehouse.sentences.Sentence;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class AuditReportTest {
    private static final Instant AT = Instant.parse("2026-03-14T10:15:00Z");
    private static final Provenance PROVENANCE =
            new Provenance(List.of(), AT, "Rita Gomez", URI.create("http://localhost:8080/audit"), ZoneOffset.UTC);
    static final AuditLog.ChainState STATE = new AuditLog.ChainState(
            812, Optional.of(new AuditLog.Check(AT, AuditLog.Check.State.INTACT, 810, "", 100)));
    static final SignedCheckpoint CHECKPOINT = new SignedCheckpoint(12, 800, "a".repeat(64), AT, "b".repeat(64), "");

    @Test
    void everyEventIsARowWithItsSentenceAndHash() throws IOException {
        try (XSSFWorkbook workbook = written(AuditQuery.ALL, null, 3, 100)) {
            XSSFSheet events = workbook.getSheet("Events");
            Row last = events.getRow(events.getLastRowNum());

            assertThat(last.getCell(0).getNumericCellValue()).isEqualTo(1);
            assertThat(last.getCell(1).getLocalDateTimeCellValue())
                    .isEqualTo(AT.atOffset(ZoneOffset.UTC).toLocalDateTime());
            assertThat(last.getCell(3).getStringCellValue()).isEqualTo("=Ravi Menon approved PR-3.");
            assertThat(last.getCell(4).getStringCellValue()).isEqualTo("Screen");
            assertThat(last.getCell(8).getStringCellValue()).isEqualTo("c".repeat(64));
            assertThat(workbook.getName("audit_events")).isNotNull();
        }
    }

    @Test
    void itSaysWhatItIsAndHowTheChainStands() throws IOException {
        try (XSSFWorkbook workbook = written(
                new AuditQuery(null, "promotion.*", "churn", AT, AT.plusSeconds(1), Actor.Via.API),
                "Ravi Menon",
                3,
                100)) {
            assertThat(words(workbook.getSheet("Summary")))
                    .contains("3 events")
                    .contains("done by Ravi Menon, action promotion.*, about “churn”, from 14 Mar 2026")
                    .contains("up to event 810")
                    .contains("Signed at event 800")
                    .contains("proves nothing");
            assertThat(words(workbook.getSheet(ProvenanceSheet.NAME)))
                    .contains("a".repeat(64))
                    .contains("http://localhost:8080/audit");
        }
    }

    @Test
    void whatNoLongerFitsIsSaid() throws IOException {
        try (XSSFWorkbook cut = written(AuditQuery.ALL, null, 5, 4);
                XSSFWorkbook whole = written(AuditQuery.ALL, null, 4, 4)) {
            assertThat(words(cut.getSheet("Summary"))).contains("Only the newest 4 events");
            assertThat(words(whole.getSheet("Summary"))).doesNotContain("Only the newest");
        }
    }

    @Test
    void theChartCountsEventsByWhatTheyAreAbout() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new AuditReport(AuditQuery.ALL, null, STATE, Optional.of(CHECKPOINT))
                .write(
                        LongStream.iterate(10, seq -> seq > 0, seq -> seq - 1)
                                .mapToObj(AuditReportTest::mixed)
                                .iterator(),
                        PROVENANCE,
                        out);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            XSSFSheet summary = workbook.getSheet("Summary");
            assertThat(Written.cell(summary, "About", 0).getStringCellValue()).isEqualTo("Promotion");
            assertThat(Written.cell(summary, "Events", 0).getNumericCellValue()).isEqualTo(4);
            assertThat(Written.cell(summary, "About", 1).getStringCellValue()).isEqualTo("Alias");
            assertThat(summary.getDrawingPatriarch()
                            .getCharts()
                            .getFirst()
                            .getTitleText()
                            .getString())
                    .isEqualTo("Most events, 4 of 10, are about: promotion");
        }
    }

    @Test
    void aLogWithoutEventsIsStillAWorkbook() throws IOException {
        try (XSSFWorkbook workbook = written(AuditQuery.ALL, null, 0, 4)) {
            assertThat(words(workbook.getSheet("Events"))).contains("No event fits");
        }
    }

    private static XSSFWorkbook written(
            AuditQuery query, @org.jspecify.annotations.Nullable String person, int events, int most)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new AuditReport(query, person, STATE, Optional.of(CHECKPOINT), most)
                .write(
                        LongStream.iterate(events, seq -> seq > 0, seq -> seq - 1)
                                .mapToObj(AuditReportTest::row)
                                .iterator(),
                        PROVENANCE,
                        out);
        return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }

    /** Of several kinds, so that there is something to tell apart. */
    static AuditRow mixed(long seq) {
        AuditRow row = row(seq);
        String action = List.of(
                        "promotion.approved", "sign_in.done", "alias.moved", "promotion.requested", "policy.changed")
                .get((int) (seq % 5));
        return new AuditRow(
                seq,
                row.at(),
                row.personId(),
                row.person(),
                row.via(),
                action,
                row.object(),
                row.subject(),
                row.sentence(),
                row.requestId(),
                row.hash());
    }

    private static AuditRow row(long seq) {
        return new AuditRow(
                seq,
                AT,
                new UUID(1, 2),
                "Ravi Menon",
                Actor.Via.SCREEN,
                "promotion.approved",
                "promotion/PR-3",
                new AuditSubject(AuditSubject.Kind.PROMOTION, Map.of("request", "3")),
                new Sentence("x", Map.of(), "=Ravi Menon approved PR-3."),
                "r",
                "c".repeat(64));
    }

    private static String words(XSSFSheet sheet) {
        DataFormatter formatter = new DataFormatter();
        List<String> words = new ArrayList<>();
        for (Row row : sheet) {
            for (Cell cell : row) {
                words.add(formatter.formatCellValue(cell));
            }
        }
        return String.join("\n", words);
    }
}
