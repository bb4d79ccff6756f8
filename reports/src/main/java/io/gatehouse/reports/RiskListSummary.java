package io.gatehouse.reports;

import io.gatehouse.reports.Bars.Bar;
import io.gatehouse.risklist.ChosenPart;
import io.gatehouse.risklist.RiskListPage;
import io.gatehouse.risklist.RiskListPage.Header;
import io.gatehouse.risklist.RiskLists.Filter;
import io.gatehouse.sentences.Language;
import io.gatehouse.sentences.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The first sheet of a risk list; its counts follow what people enter in the list. */
final class RiskListSummary {
    /** Names of the columns that are counted. */
    static final String BAND = "risk_band";

    static final String OUTCOME = "risk_outcome";
    static final String TO_DO = "To call";

    private final Header header;
    private final Filter filter;
    private final Tally tally;
    private final Provenance provenance;

    RiskListSummary(Header header, Filter filter, Tally tally, Provenance provenance) {
        this.header = header;
        this.filter = filter;
        this.tally = tally;
        this.provenance = provenance;
    }

    /** What was written, by band, and what no longer fitted. */
    static final class Tally {
        private final Map<String, Long> bands = new LinkedHashMap<>();
        private long written;
        private boolean cut;

        Tally() {
            Statuses.BANDS.forEach(band -> bands.put(band, 0L));
        }

        void count(RiskListPage.Row row) {
            bands.merge(row.band(), 1L, Long::sum);
            written++;
        }

        long written() {
            return written;
        }

        /** Whether rows were left that no longer fitted. */
        void cut(boolean cut) {
            this.cut = cut;
        }
    }

    void write(SummarySheet sheet) {
        sheet.verdict(InWords.whole(tally.written) + " customers", Status.INFO, chosen())
                .asOf("Customers as of " + InWords.day(header.asOf()) + " · scored by " + header.model() + " version "
                        + header.version() + (header.wasChampion() ? ", the champion" : ", not the champion")
                        + " · posted by " + header.postedBy() + " on "
                        + InWords.day(header.postedAt(), provenance.zone()))
                .sentences(header.summary().stream().map(Sentence::english).toList())
                .keyFigures(keyFigures())
                .picture(bands(), "Nobody is on this list, so there is nothing to draw.")
                .tally("How far we are", progress())
                .caveats(caveats());
    }

    private String chosen() {
        return ChosenPart.inWords(header, filter, Language.ENGLISH)
                .orElseGet(() -> tally.cut
                        ? "These are the first of the " + InWords.whole(header.listed()) + " customers who may leave."
                        : "This is the whole list of customers who may leave.");
    }

    private List<KeyFigure> keyFigures() {
        List<KeyFigure> figures = new ArrayList<>();
        figures.add(KeyFigure.plain(
                "On the whole list",
                CellContent.whole(header.listed()),
                "Customers at a score of " + InWords.share(header.threshold()) + " or above, of "
                        + InWords.whole(header.scored()) + " scored (" + header.population() + ")."));
        figures.add(KeyFigure.plain(
                "What those on the list pay a month",
                CellContent.money(header.valueAtRisk()),
                "Lost, if all of them left. Not all of them would."));
        RiskListPage.Previous previous = header.previous();
        if (previous == null) {
            figures.add(KeyFigure.plain(
                    "List before", new CellContent.Absent("none"), "This is the first list of its kind."));
        } else {
            String before = "RL-" + previous.number() + " of " + InWords.day(previous.asOf());
            figures.add(
                    KeyFigure.plain("New on the list", CellContent.whole(previous.joined()), "Not on " + before + "."));
            figures.add(KeyFigure.plain(
                    "No longer on the list",
                    CellContent.whole(previous.left()),
                    "On " + before + ", which had " + InWords.whole(previous.listed()) + "."
                            + (previous.left() > 0 && filter.equals(Filter.ALL)
                                    ? " They stand on the sheet “" + LeftSheet.NAME + "”."
                                    : "")));
        }
        return figures;
    }

    private Bars bands() {
        List<Bar> bars = tally.bands.entrySet().stream()
                .map(band -> Bar.counted(
                        Statuses.band(band.getKey()), band.getValue(), countIf(BAND, Statuses.band(band.getKey()))))
                .toList();
        Map.Entry<String, Long> highest = tally.bands.entrySet().iterator().next();
        String finding = InWords.whole(highest.getValue()) + " of " + InWords.whole(tally.written)
                + (tally.written == 1 ? " customer " : " customers ")
                + (highest.getValue() == 1 ? "is at " : "are at ") + highest.getKey() + " risk";
        return new Bars(
                finding,
                "Bar chart of customers by risk: "
                        + String.join(
                                ", ",
                                bars.stream()
                                        .map(bar -> bar.label() + " " + InWords.whole((long) bar.value()))
                                        .toList())
                        + ".",
                "Risk",
                "Customers",
                CellContent.WHOLE,
                tally.written == 0 ? List.of() : bars,
                -1);
    }

    private List<Bar> progress() {
        return Statuses.OUTCOMES.stream()
                .map(word -> Bar.counted(word, word.equals(TO_DO) ? tally.written : 0, countIf(OUTCOME, word)))
                .toList();
    }

    private static String countIf(String name, String word) {
        return "COUNTIF(" + name + ",\"" + word.replace("\"", "\"\"") + "\")";
    }

    private List<String> caveats() {
        List<String> caveats = new ArrayList<>();
        if (tally.cut) {
            caveats.add("A sheet cannot hold more: only the first " + InWords.whole(tally.written)
                    + " customers are in this workbook. Filter the list on screen to take the others.");
        }
        if (!header.wasChampion()) {
            caveats.add("The version that scored was not the champion at that time.");
        }
        caveats.add("A score is an estimate of the probability of leaving: of 100 customers at 40 %, about 60 stay.");
        caveats.add("Reasons are what the score reacted to, not causes. Trust what you know of a customer more.");
        caveats.add("This workbook holds personal data. Delete it when the calls are done.");
        return caveats;
    }
}
