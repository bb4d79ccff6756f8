package io.gatehouse.reports;

import io.gatehouse.champions.ChampionSummary;
import io.gatehouse.champions.ChampionSummary.Fairness;
import io.gatehouse.champions.ChampionSummary.MoneyRange;
import io.gatehouse.champions.ModelPage;
import io.gatehouse.champions.ProductionAnswers;
import io.gatehouse.champions.Tenure;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** The first sheet about the version in use. */
final class ChampionSummarySheet {
    private ChampionSummarySheet() {}

    static void write(ReportWorkbook report, String title, ModelPage page, ProductionAnswers answers) {
        ChampionSummary champion = page.champion();
        report.summary(title)
                .verdict(
                        Words.health(champion.health()),
                        Words.status(champion.health()),
                        champion.verdict().english())
                .asOf(asOf(champion, report.provenance()))
                .sentences(sentences(champion, answers, report.provenance().zone()))
                .keyFigures(keyFigures(champion))
                .picture(
                        tenures(page, report.provenance().zone()),
                        "No champion has a modelled worth on record, so there is nothing to draw.")
                .caveats(caveats(champion));
    }

    /** How amounts of this model are written; without a currency if none is known. */
    static String moneyFormat(ModelPage page) {
        MoneyRange range = page.champion().netPerMonth();
        return range == null
                ? "#,##0.00"
                : CellContent.moneyFormat(range.likely().currency());
    }

    private static String asOf(ChampionSummary champion, Provenance provenance) {
        String asOf = "As of " + InWords.moment(provenance.generatedAt(), provenance.zone());
        if (!champion.evidenceFrom().isBlank()) {
            asOf += " · data: " + champion.evidenceFrom();
        }
        return champion.evaluatedAt() == null
                ? asOf + " · never evaluated"
                : asOf + " · figures computed on " + InWords.day(champion.evaluatedAt(), provenance.zone());
    }

    private static List<String> sentences(ChampionSummary champion, ProductionAnswers answers, ZoneId zone) {
        List<String> sentences = new ArrayList<>();
        if (!champion.purpose().isBlank()) {
            sentences.add(champion.purpose());
        }
        if (champion.version() != null && champion.since() != null) {
            String by = champion.requestNumber() == null ? "" : " by PR-" + champion.requestNumber();
            sentences.add("Version " + champion.version() + " has been in use since "
                    + InWords.day(champion.since(), zone) + by + ", asked for by " + champion.requestedBy()
                    + ", approved by " + InWords.people(champion.approvedBy()) + " under " + champion.policy() + ".");
        }
        if (champion.before() != null) {
            sentences.add(champion.before().sentence().english());
        }
        sentences.add(
                "Which hyperparameters, data and metrics? " + answers.which().english());
        sentences.add("Against three months ago? " + answers.against().english());
        sentences.add("Can we make it again? " + answers.reproducible().english());
        return sentences;
    }

    private static List<KeyFigure> keyFigures(ChampionSummary champion) {
        Currency none = Currency.getInstance("USD");
        List<KeyFigure> figures = new ArrayList<>();
        figures.add(KeyFigure.of(
                "Leavers that it finds",
                champion.foundOfHundred(),
                none,
                "Of the customers who leave, how many it finds at the acting threshold."));
        figures.add(KeyFigure.of(
                "Right when it flags",
                champion.rightOfHundred(),
                none,
                "Of the customers it flags, how many do leave."));
        figures.add(worth(champion));
        figures.add(fairness(champion));
        figures.add(KeyFigure.of(
                "AUC, for experts",
                champion.auc(),
                none,
                "Of a leaver and a stayer taken at random, how often it ranks the leaver higher."));
        return figures;
    }

    private static KeyFigure worth(ChampionSummary champion) {
        String words = "What acting on it brings a month against contacting nobody. Modelled, never measured.";
        MoneyRange range = champion.netPerMonth();
        return range == null
                ? KeyFigure.plain("Worth a month", new CellContent.Absent(Words.NOT_KNOWN), words)
                : new KeyFigure(
                        "Worth a month",
                        null,
                        CellContent.money(range.likely()),
                        CellContent.money(range.low()),
                        CellContent.money(range.high()),
                        words);
    }

    private static KeyFigure fairness(ChampionSummary champion) {
        Fairness fairness = champion.fairness();
        if (fairness == null) {
            return KeyFigure.plain(
                    "Fairness by segment", new CellContent.Absent(Words.NOT_KNOWN), "It was never judged by segment.");
        }
        CellContent ratio = CellContent.numberOr(fairness.worstRatio(), CellContent.RATIO, "–");
        String worst = fairness.worstGroup().isBlank()
                ? ""
                : " The ratio is that of " + Words.spaced(fairness.worstAttribute()) + " " + fairness.worstGroup()
                        + ", the segment served worst.";
        return KeyFigure.plain(
                        "Fairness by segment: "
                                + Words.verdict(fairness.verdict()).toLowerCase(Locale.ROOT),
                        ratio,
                        fairness.sentence().english() + worst)
                .judged(Words.status(fairness.verdict()));
    }

    private static Bars tenures(ModelPage page, ZoneId zone) {
        List<Tenure> oldestFirst = page.tenures().reversed();
        List<Bars.Bar> bars = oldestFirst.stream()
                .map(tenure -> Bars.Bar.of(
                        "Version " + tenure.version() + ", from " + InWords.day(tenure.from(), zone),
                        tenure.netPerCustomer()))
                .toList();
        String finding = "Modelled net per customer, champion by champion";
        return new Bars(
                finding,
                "Bar chart: " + finding + ", oldest first. The table at its left holds the same numbers.",
                "Champion",
                "Net per customer",
                moneyFormat(page),
                bars,
                -1);
    }

    private static List<String> caveats(ChampionSummary champion) {
        List<String> caveats = new ArrayList<>();
        caveats.add("Figures are those of the evaluation when it was promoted, on data that nobody had trained on. They"
                + " say nothing of how customers have changed since.");
        caveats.add("Worth is modelled from the value assumptions, never measured.");
        if (champion.openRequests() > 0) {
            caveats.add(champion.openRequests() + (champion.openRequests() == 1 ? " request waits" : " requests wait")
                    + " for a decision, so the version in use may change.");
        }
        return caveats;
    }
}
