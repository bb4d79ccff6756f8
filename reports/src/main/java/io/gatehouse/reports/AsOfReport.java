package io.gatehouse.reports;

import io.gatehouse.champions.ChampionThen;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Which version of every model was in use at a moment, on whose word and on which figures. */
public final class AsOfReport {

    /**
     * @param champions of every model, by name
     * @param at the moment asked about
     * @param out left open
     */
    public void write(List<ChampionThen> champions, Instant at, Provenance provenance, OutputStream out)
            throws IOException {
        ZoneId zone = provenance.zone();
        String day = InWords.day(at, zone);
        String title = "In use on " + day;
        long inUse = champions.stream().filter(then -> then.tenure() != null).count();
        try (ReportWorkbook report = new ReportWorkbook(title, provenance)) {
            report.summary(title)
                    .asOf((at.isAfter(provenance.generatedAt()) ? day + ", so far" : "At the end of " + day)
                            + " (" + InWords.zone(zone) + ") · written "
                            + InWords.moment(provenance.generatedAt(), zone))
                    .sentences(sentences(champions, inUse))
                    .picture(picture(champions, day), "Nothing was in use whose figures could be drawn.")
                    .caveats(List.of(
                            "Figures are those that each version was approved on, not how it did on that day.",
                            "ROI and worth are modelled from the value assumptions, never measured."));
            table(report, champions, day);
            report.provenanceSheet(List.of(new ProvenanceSheet.Fact(
                    "In use on (" + InWords.zone(zone) + ")", CellContent.day(LocalDate.ofInstant(at, zone)))));
            report.save(out);
        }
    }

    /**
     * A name such as {@code gatehouse-in-use-on-2026-03-14-2026-11-14.xlsx}; the last date is the day it was written,
     * left out where it is the same.
     */
    public String fileName(Instant at, Provenance provenance) {
        return FileNames.workbook(
                provenance,
                "in-use-on",
                LocalDate.ofInstant(at, provenance.zone()).toString());
    }

    private static List<String> sentences(List<ChampionThen> champions, long inUse) {
        List<String> sentences = new ArrayList<>();
        sentences.add(inUse + " of " + champions.size() + (champions.size() == 1 ? " model" : " models")
                + " had a version in use.");
        champions.forEach(
                then -> sentences.add(then.model() + ": " + then.sentence().english()));
        return sentences;
    }

    private static Bars picture(List<ChampionThen> champions, String day) {
        String finding = "How well the versions in use on " + day + " tell leavers from stayers (AUC)";
        return new Bars(
                finding,
                "Bar chart with intervals. " + finding + ". The table at its left holds the same numbers.",
                "Model",
                "AUC",
                CellContent.INDEX,
                champions.stream()
                        .map(then -> TenureTables.bar(then.model(), then))
                        .toList(),
                -1);
    }

    private static void table(ReportWorkbook report, List<ChampionThen> champions, String day) {
        SheetWriter writer = report.sheet(
                "In use", "In use on " + day, "Which version of every model, on whose word and on which figures.");
        List<Column<ChampionThen>> first = List.of(Column.text("Model", 30, then -> CellContent.text(then.model())));
        writer.mainTable(
                "in_use",
                TenureTables.columns(first, then -> then, report.provenance().zone()),
                champions.iterator(),
                1,
                "No model has a version.");
    }
}
