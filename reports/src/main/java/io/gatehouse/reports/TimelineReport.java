package io.gatehouse.reports;

import io.gatehouse.champions.Quarters;
import io.gatehouse.champions.Quarters.Standing;
import io.gatehouse.champions.Tenure;
import io.gatehouse.champions.Timeline;
import io.gatehouse.champions.Timeline.Event;
import io.gatehouse.sentences.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What happened to one model and to the rules it is judged by, with one quarter held against another. */
public final class TimelineReport {

    /**
     * @param timeline of a model
     * @param quarters of the same model
     * @param out left open
     */
    public void write(Timeline timeline, Quarters quarters, Provenance provenance, OutputStream out)
            throws IOException {
        String title = timeline.model() + ": " + quarters.later().words() + " against "
                + quarters.earlier().words();
        try (ReportWorkbook report = new ReportWorkbook(title, provenance)) {
            report.summary(title)
                    .asOf("As of " + InWords.moment(provenance.generatedAt(), provenance.zone()))
                    .sentences(sentences(quarters))
                    .picture(picture(quarters), "Nothing was in use in either quarter whose figures could be drawn.")
                    .caveats(List.of(
                            "Figures are those that each version was approved on, not how it did in the quarter.",
                            "ROI and worth are modelled from the value assumptions, never measured."));
            quarters(report, quarters);
            events(report, "What changed", "changed", quarters.changed());
            events(report, "Timeline", "timeline", timeline.events());
            tenures(report, timeline.tenures());
            report.provenanceSheet(List.of());
            report.save(out);
        }
    }

    /** A name such as {@code gatehouse-timeline-churn-2026-q3-2026-q2-2026-11-14.xlsx}. */
    public String fileName(Quarters quarters, Provenance provenance) {
        return FileNames.workbook(
                provenance,
                "timeline",
                quarters.model(),
                quarters.later().quarter(),
                quarters.earlier().quarter());
    }

    private static List<String> sentences(Quarters quarters) {
        List<String> sentences = new ArrayList<>();
        sentences.add(quarters.against().english());
        for (Standing standing : List.of(quarters.later(), quarters.earlier())) {
            sentences.add(standing.words() + (standing.over() ? "" : ", so far") + ": "
                    + standing.champion().sentence().english());
        }
        int changes = quarters.changed().size();
        sentences.add(changes == 0 ? "Nothing changed in between." : "Changes in between: " + changes + ".");
        return sentences;
    }

    private static Bars picture(Quarters quarters) {
        String finding = "How well the version in use tells leavers from stayers (AUC), "
                + quarters.earlier().words() + " and " + quarters.later().words();
        return new Bars(
                finding,
                "Bar chart with intervals. " + finding + ". The table at its left holds the same numbers.",
                "End of",
                "AUC",
                CellContent.INDEX,
                List.of(bar(quarters.earlier()), bar(quarters.later())),
                -1);
    }

    private static Bars.Bar bar(Standing standing) {
        return TenureTables.bar(standing.words() + ": " + TenureTables.inUse(standing.champion()), standing.champion());
    }

    private static void quarters(ReportWorkbook report, Quarters quarters) {
        SheetWriter writer = report.sheet(
                "Quarters", "Quarter against quarter", "Which version was in use at the end of each, and its figures.");
        List<Column<Standing>> first = List.of(Column.text(
                "Quarter",
                18,
                standing -> new CellContent.Text(standing.words() + (standing.over() ? "" : " (so far)"))));
        writer.mainTable(
                "quarters",
                TenureTables.columns(
                        first, Standing::champion, report.provenance().zone()),
                List.of(quarters.later(), quarters.earlier()).iterator(),
                1,
                "No quarter was asked about.");
    }

    private static void events(ReportWorkbook report, String name, String range, List<Event> events) {
        ZoneId zone = report.provenance().zone();
        SheetWriter writer = report.sheet(name, name, "What came into use and which rules changed, newest first.");
        List<Column<Event>> columns = List.of(
                Column.text("When (" + InWords.zone(zone) + ")", 19, event -> CellContent.moment(event.at(), zone)),
                Column.text("What kind", 24, event -> new CellContent.Text(Words.of(event.kind()))),
                Column.text(
                        "What happened",
                        90,
                        event -> CellContent.text(event.sentence().english())),
                Column.text("Request", 10, event -> TenureTables.request(event.request())));
        writer.mainTable(range, columns, events.iterator(), 1, "Nothing is on record.");
    }

    private static void tenures(ReportWorkbook report, List<Tenure> tenures) {
        ZoneId zone = report.provenance().zone();
        SheetWriter writer = report.sheet(
                "In use over time", "In use over time", "Which version was in use when, and who put it there.");
        List<Column<Tenure>> columns = List.of(
                Column.text("Version", 9, tenure -> CellContent.whole((long) tenure.version())),
                Column.text("From (" + InWords.zone(zone) + ")", 19, tenure -> CellContent.moment(tenure.from(), zone)),
                Column.text("Until", 19, tenure -> CellContent.momentOr(tenure.to(), zone, "still in use")),
                Column.text("Request", 10, tenure -> TenureTables.request(tenure.requestNumber())),
                Column.text("Asked for by", 24, tenure -> CellContent.text(tenure.requestedBy())),
                Column.text("Approved by", 32, tenure -> new CellContent.Text(InWords.people(tenure.approvedBy()))),
                Column.text("Policy", 22, tenure -> CellContent.text(tenure.policy())),
                Column.number("AUC when promoted", 12, tenure -> CellContent.number(tenure.auc(), CellContent.INDEX)));
        writer.mainTable("tenures", columns, tenures.iterator(), 1, "No version was ever in use.");
    }
}
