package io.gatehouse.reports;

import io.gatehouse.examination.Examination;
import io.gatehouse.examination.Examination.Item;
import io.gatehouse.examination.Examination.Outcome;
import io.gatehouse.sentences.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A sample of promotions that was judged again: what was drawn and how, and what came out. */
public final class ExaminationReport {
    private static final String WAITING = "Not judged again";

    private static final Map<String, Status> OUTCOMES = Map.of(
            Words.of(Outcome.IDENTICAL),
            Status.OK,
            Words.of(Outcome.DIFFERENT),
            Status.ACT,
            Words.of(Outcome.IMPOSSIBLE),
            Status.WATCH,
            WAITING,
            Status.NONE);

    /** @param out left open */
    public void write(Examination examination, Provenance provenance, OutputStream out) throws IOException {
        String title = "Examination EX-" + examination.number();
        try (ReportWorkbook report = new ReportWorkbook(title, provenance)) {
            report.summary(title)
                    .verdict(Words.of(examination.state()), status(examination), sentence(examination))
                    .asOf("As of " + InWords.moment(provenance.generatedAt(), provenance.zone()) + " · drawn by "
                            + examination.drawnBy() + " on "
                            + InWords.moment(examination.drawnAt(), provenance.zone()))
                    .sentences(List.of(
                            "Promotions are drawn in the order of the SHA-256 of seed and request, such as "
                                    + examination.seed() + ":PR-42, so that anybody can draw the same again.",
                            "Identical means that the ruling has the digest that was stored, and that every figure on"
                                    + " record is the one that came out."))
                    .picture(picture(examination), "Nothing was drawn.");
            items(report, examination);
            report.provenanceOfOthers(facts(examination, provenance.zone()));
            report.save(out);
        }
    }

    /** A name such as {@code gatehouse-examination-ex-7-2026-11-14.xlsx}. */
    public String fileName(Examination examination, Provenance provenance) {
        return FileNames.workbook(provenance, "examination", "EX-" + examination.number());
    }

    private static Status status(Examination examination) {
        if (examination.count(Outcome.DIFFERENT) > 0) {
            return Status.ACT;
        }
        return switch (examination.state()) {
            case DONE -> examination.count(Outcome.IMPOSSIBLE) > 0 ? Status.WATCH : Status.OK;
            case RUNNING -> Status.INFO;
            case CANCELLED -> Status.NONE;
            case FAILED -> Status.ACT;
        };
    }

    private static String sentence(Examination examination) {
        return "Of " + examination.items().size() + " promotions drawn from " + examination.population() + ", "
                + examination.checked() + " were judged again: " + examination.count(Outcome.IDENTICAL)
                + " identical, " + examination.count(Outcome.DIFFERENT) + " different, "
                + examination.count(Outcome.IMPOSSIBLE) + " that cannot be judged again.";
    }

    private static Bars picture(Examination examination) {
        String finding = sentence(examination);
        return new Bars(
                finding,
                "Bar chart. " + finding + " The table at its left holds the same numbers.",
                "Outcome",
                "Promotions",
                CellContent.WHOLE,
                Arrays.stream(Outcome.values())
                        .map(outcome -> Bars.Bar.of(Words.of(outcome), (double) examination.count(outcome)))
                        .toList(),
                -1);
    }

    private static void items(ReportWorkbook report, Examination examination) {
        ZoneId zone = report.provenance().zone();
        SheetWriter writer =
                report.sheet("Sample", "Sample", "The promotions that were drawn, in the order of the draw.");
        List<Column<Item>> columns = List.of(
                Column.text("Place", 8, item -> CellContent.whole((long) item.place())),
                Column.text("Request", 10, item -> new CellContent.Text("PR-" + item.request())),
                Column.text("Model", 32, item -> CellContent.text(item.model())),
                Column.text("Version", 9, item -> CellContent.whole((long) item.version())),
                Column.text(
                        "Evaluation",
                        12,
                        item -> item.evaluation() == null
                                ? new CellContent.Absent("not on record")
                                : new CellContent.Text("EV-" + item.evaluation())),
                Column.status("Outcome", 24, OUTCOMES, ExaminationReport::outcome),
                Column.text(
                        "First figure that differs, or why not", 70, item -> CellContent.textOr(item.detail(), "–")),
                Column.text(
                        "Judged again at (" + InWords.zone(zone) + ")",
                        19,
                        item -> CellContent.momentOr(item.checkedAt(), zone, "–")));
        writer.mainTable("sample", columns, examination.items().iterator(), 2, "Nothing was drawn.");
    }

    private static String outcome(Item item) {
        Outcome outcome = item.outcome();
        return outcome == null ? WAITING : Words.of(outcome);
    }

    private static List<ProvenanceSheet.Fact> facts(Examination examination, ZoneId zone) {
        return List.of(
                new ProvenanceSheet.Fact("Seed", new CellContent.Text(Long.toString(examination.seed()))),
                new ProvenanceSheet.Fact(
                        "First day of the period", CellContent.day(LocalDate.ofInstant(examination.from(), zone))),
                new ProvenanceSheet.Fact(
                        "Last day of the period", CellContent.day(LocalDate.ofInstant(examination.to(), zone))),
                new ProvenanceSheet.Fact("Asked for at most", CellContent.whole((long) examination.wanted())),
                new ProvenanceSheet.Fact("Executed in the period", CellContent.whole((long) examination.population())));
    }
}
