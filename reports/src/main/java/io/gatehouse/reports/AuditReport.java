package io.gatehouse.reports;

import io.gatehouse.audit.SignedCheckpoint;
import io.gatehouse.auditlog.AuditLog;
import io.gatehouse.auditlog.AuditQuery;
import io.gatehouse.auditlog.AuditRow;
import io.gatehouse.sentences.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

/** The workbook of audit events that a filter leaves: who did what and when, in sentences, with the hash of each. */
public final class AuditReport {
    private static final String TITLE = "Audit log";
    private static final String EVENTS = "Events";

    /** What people can still scroll through; an export has all. */
    static final int MOST_ROWS = 200_000;

    /** Bars that can be told apart; the rest stand together. */
    private static final int MOST_KINDS = 9;

    private final AuditQuery query;
    private final @Nullable String person;
    private final AuditLog.ChainState state;
    private final Optional<SignedCheckpoint> checkpoint;
    private final int most;

    /** @param person name of the person that the query names; absent if it names none */
    public AuditReport(
            AuditQuery query,
            @Nullable String person,
            AuditLog.ChainState state,
            Optional<SignedCheckpoint> checkpoint) {
        this(query, person, state, checkpoint, MOST_ROWS);
    }

    AuditReport(
            AuditQuery query,
            @Nullable String person,
            AuditLog.ChainState state,
            Optional<SignedCheckpoint> checkpoint,
            int most) {
        this.query = query;
        this.person = person;
        this.state = state;
        this.checkpoint = checkpoint;
        this.most = most;
    }

    /** A name such as {@code gatehouse-audit-log-2026-03-14.xlsx}. */
    public String fileName(Provenance provenance) {
        return FileNames.workbook(provenance, "audit-log");
    }

    /**
     * Writes the events one by one, straight to their reader; none are held.
     *
     * @param rows newest first; read once
     * @param out left open
     */
    public void write(Iterator<AuditRow> rows, Provenance provenance, OutputStream out) throws IOException {
        try (ReportWorkbook report = new ReportWorkbook(TITLE, provenance)) {
            XSSFSheet summary = report.xssf().createSheet(SummarySheet.NAME);
            XSSFSheet events = report.xssf().createSheet(EVENTS);
            report.provenanceOfOthers(facts(provenance));
            Counted counted = new Counted(rows, most);
            SheetWriter writer = new SheetWriter(
                    events,
                    report.styles(),
                    TITLE,
                    "Newest first. Names are those of today; the chain holds ids. Times are of "
                            + InWords.zone(provenance.zone()) + ".");
            LongWorkbook workbook = new LongWorkbook(report, events, writer, out);
            workbook.mainTable("audit_events", columns(provenance), counted, 1, "No event fits the filter.");
            summary(new SummarySheet(summary, report.styles(), TITLE), counted, provenance);
            workbook.finish();
        }
    }

    /** Stops at the cap, and remembers whether anything was left. */
    private static final class Counted implements Iterator<AuditRow> {
        private final Iterator<AuditRow> rows;
        private final int most;
        private final Map<String, Integer> kinds = new HashMap<>();
        private int written;
        private boolean cut;

        Counted(Iterator<AuditRow> rows, int most) {
            this.rows = rows;
            this.most = most;
        }

        @Override
        public boolean hasNext() {
            cut = written == most && rows.hasNext();
            return written < most && rows.hasNext();
        }

        @Override
        public AuditRow next() {
            AuditRow row = rows.next();
            written++;
            kinds.merge(kind(row.action()), 1, Integer::sum);
            return row;
        }
    }

    /** What actions such as {@code promotion.approved} are about. */
    private static String kind(String action) {
        int dot = action.indexOf('.');
        return Words.sentenceCase(dot < 0 ? action : action.substring(0, dot));
    }

    private static Bars picture(Counted counted) {
        List<Bars.Bar> bars = new ArrayList<>();
        List<Map.Entry<String, Integer>> kinds = counted.kinds.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        kinds.stream()
                .limit(MOST_KINDS)
                .forEach(kind ->
                        bars.add(Bars.Bar.of(kind.getKey(), kind.getValue().doubleValue())));
        int others =
                kinds.stream().skip(MOST_KINDS).mapToInt(Map.Entry::getValue).sum();
        if (others > 0) {
            bars.add(Bars.Bar.of("All others", (double) others));
        }
        String finding = kinds.isEmpty()
                ? ""
                : "Most events, " + InWords.whole((long) kinds.getFirst().getValue()) + " of "
                        + InWords.whole((long) counted.written) + ", are about: "
                        + kinds.getFirst().getKey().toLowerCase(Locale.ROOT);
        return new Bars(
                finding,
                "Bar chart of events by what they are about. " + finding
                        + ". The table at its left holds the same numbers.",
                "About",
                "Events",
                CellContent.WHOLE,
                bars,
                0);
    }

    private static List<Column<AuditRow>> columns(Provenance provenance) {
        return List.of(
                Column.number("Event", 9, row -> CellContent.whole(row.seq())),
                Column.text("When", 19, row -> CellContent.moment(row.at(), provenance.zone())),
                Column.text("Who", 18, row -> CellContent.text(row.person())),
                Column.text(
                        "What happened",
                        57,
                        row -> CellContent.text(row.sentence().english())),
                Column.text("Through", 11, row -> CellContent.text(Words.of(row.via()))),
                Column.text("Action", 24, row -> CellContent.text(row.action())),
                Column.text("Object", 30, row -> CellContent.text(row.object())),
                Column.text("Request", 22, row -> CellContent.text(row.requestId())),
                Column.text("Hash (SHA-256)", 35, row -> CellContent.text(row.hash())));
    }

    private void summary(SummarySheet sheet, Counted counted, Provenance provenance) {
        sheet.verdict(InWords.whole((long) counted.written) + " events", Status.INFO, chosen(provenance))
                .asOf("The log had " + InWords.whole(state.events()) + " events when this was made.")
                .keyFigures(List.of(
                        KeyFigure.plain(
                                "Last check of the chain",
                                CellContent.text(state.lastCheck()
                                        .map(check -> Words.of(check.state()))
                                        .orElse("never")),
                                state.lastCheck()
                                        .map(check -> checked(check, provenance))
                                        .orElse("Nobody had the chain checked yet.")),
                        KeyFigure.plain(
                                "Last checkpoint",
                                checkpoint
                                        .map(last -> CellContent.whole(last.number()))
                                        .orElse(CellContent.NONE),
                                checkpoint
                                        .map(last -> "Signed at event " + InWords.whole(last.seq()) + ", "
                                                + InWords.day(last.at(), provenance.zone()) + ".")
                                        .orElse("No checkpoint was signed yet."))))
                .picture(picture(counted), "No event fits, so there is nothing to draw.")
                .caveats(caveats(counted));
    }

    private static String checked(AuditLog.Check check, Provenance provenance) {
        return "On " + InWords.day(check.at(), provenance.zone())
                + (check.to() == 0 ? "." : ", up to event " + InWords.whole(check.to()) + ".")
                + (check.message().isEmpty() ? "" : " " + check.message());
    }

    private String chosen(Provenance provenance) {
        List<String> limits = new ArrayList<>();
        if (person != null) {
            limits.add("done by " + person);
        }
        if (!query.action().isEmpty()) {
            limits.add("action " + query.action());
        }
        if (!query.object().isEmpty()) {
            limits.add("about “" + query.object() + "”");
        }
        if (query.from() != null) {
            limits.add("from " + InWords.day(query.from(), provenance.zone()));
        }
        if (query.before() != null) {
            limits.add("to " + InWords.day(query.before().minusNanos(1), provenance.zone()));
        }
        if (query.via() != null) {
            limits.add("through " + Words.of(query.via()));
        }
        return limits.isEmpty() ? "This is the whole log." : "Chosen from the log: " + String.join(", ", limits) + ".";
    }

    private List<String> caveats(Counted counted) {
        List<String> caveats = new ArrayList<>();
        if (counted.cut) {
            caveats.add(
                    "Only the newest " + InWords.whole((long) counted.written)
                            + " events are in this workbook. Filter the log to take the others, or export it as lines, which has all.");
        }
        caveats.add(
                "A workbook can be edited and proves nothing. The export as lines can be verified without the server.");
        caveats.add("Events after this workbook was made, such as that it was made, are not in it.");
        return caveats;
    }

    private List<ProvenanceSheet.Fact> facts(Provenance provenance) {
        List<ProvenanceSheet.Fact> facts = new ArrayList<>();
        facts.add(new ProvenanceSheet.Fact("Events in the log", CellContent.whole(state.events())));
        checkpoint.ifPresent(last -> {
            facts.add(new ProvenanceSheet.Fact("Last checkpoint", CellContent.whole(last.number())));
            facts.add(new ProvenanceSheet.Fact("signed at event", CellContent.whole(last.seq())));
            facts.add(new ProvenanceSheet.Fact("with the hash", CellContent.text(last.hash())));
            facts.add(new ProvenanceSheet.Fact("Key (SHA-256)", CellContent.text(last.keySha256())));
        });
        facts.add(new ProvenanceSheet.Fact("Filter", CellContent.text(chosen(provenance))));
        return facts;
    }
}
