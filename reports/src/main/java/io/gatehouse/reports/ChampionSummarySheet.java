package io.gatehouse.reports;

import io.gatehouse.champions.ChampionSummary;
import io.gatehouse.champions.ChampionSummary.Fairness;
import io.gatehouse.champions.ChampionSummary.MoneyRange;
import io.gatehouse.champions.ClaimedFigure;
import io.gatehouse.champions.ModelPage;
import io.gatehouse.champions.ProductionAnswers;
import io.gatehouse.champions.Tenure;
import io.gatehouse.checks.Figure;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.sentences.Words;
import io.gatehouse.sentences.Written;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The first sheet about the version in use. */
final class ChampionSummarySheet {
    private ChampionSummarySheet() {}

    static void write(ReportWorkbook report, String title, ModelPage page, ProductionAnswers answers) {
        ChampionSummary champion = page.champion();
        report.summary(title)
                .verdict(
                        Words.of(champion.health()),
                        Statuses.of(champion.health()),
                        champion.verdict().english())
                .asOf(asOf(champion, report.provenance()))
                .sentences(sentences(champion, answers, report.provenance().zone()))
                .keyFigures(keyFigures(champion))
                .picture(
                        picture(page, report.provenance().zone()),
                        "Nothing of the version in use is on record that could be drawn.")
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
            asOf += " · data of " + Written.told(champion.evidenceFrom());
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
        ClaimedFigure claimed = champion.claimed();
        if (claimed != null) {
            figures.add(KeyFigure.plain(
                    "AUC, as its run claimed it",
                    CellContent.numberOr(claimed.claimed(), CellContent.INDEX, "not logged"),
                    claimed.gap().english()));
            figures.add(LiveCells.keyFigure(claimed));
        }
        return figures;
    }

    private static KeyFigure worth(ChampionSummary champion) {
        String words = "What acting on it brings a month against contacting nobody. Modelled, never measured.";
        MoneyRange range = champion.netPerMonth();
        return range == null
                ? KeyFigure.plain("Worth a month, modelled", new CellContent.Absent(InWords.NOT_KNOWN), words)
                : new KeyFigure(
                        "Worth a month, modelled",
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
                    "Fairness by segment",
                    new CellContent.Absent(InWords.NOT_KNOWN),
                    "It was never judged by segment.");
        }
        CellContent ratio = CellContent.numberOr(fairness.worstRatio(), CellContent.RATIO, "–");
        String worst = fairness.worstGroup().isBlank()
                ? ""
                : " The ratio is that of " + InWords.spaced(fairness.worstAttribute()) + " " + fairness.worstGroup()
                        + ", the segment served worst" + alone(fairness) + ".";
        return KeyFigure.plain(
                        "Fairness by segment: " + Words.of(fairness.verdict()).toLowerCase(Locale.ROOT),
                        ratio,
                        fairness.sentence().english() + worst)
                .judged(Statuses.of(fairness.verdict()));
    }

    /** What the check found of the segment itself, where something else decided. */
    private static String alone(Fairness fairness) {
        Verdict verdict = fairness.worstVerdict();
        return verdict == null || verdict == fairness.verdict()
                ? ""
                : ", which by itself reads: " + Words.of(verdict).toLowerCase(Locale.ROOT);
    }

    /** How the worth went from champion to champion; with one alone, of which there is no course, how well that one does. */
    private static Bars picture(ModelPage page, ZoneId zone) {
        List<Tenure> oldestFirst = page.tenures().reversed();
        List<Tenure> known = oldestFirst.stream()
                .filter(tenure -> tenure.netPerCustomer() != null && Double.isFinite(tenure.netPerCustomer()))
                .toList();
        return known.size() < 2 ? results(page.champion()) : course(page, oldestFirst, known, zone);
    }

    private static Bars results(ChampionSummary champion) {
        List<Bars.Bar> bars = Stream.of(
                        Map.entry("Leavers that it finds", Optional.ofNullable(champion.foundOfHundred())),
                        Map.entry("Right when it flags", Optional.ofNullable(champion.rightOfHundred())))
                .filter(figure -> figure.getValue().isPresent())
                .map(figure -> bar(figure.getKey(), figure.getValue().orElseThrow()))
                .toList();
        String finding = bars.isEmpty()
                ? "How well the version in use does"
                : String.join(
                        "; ",
                        bars.stream()
                                .map(bar -> bar.label() + ": " + InWords.share(bar.value()))
                                .toList());
        return new Bars(
                finding,
                "Bar chart with intervals. " + finding + ". The table at its left holds the same numbers.",
                "How well it does",
                "Share",
                CellContent.SHARE,
                bars,
                -1);
    }

    private static Bars.Bar bar(String label, Figure figure) {
        return Bars.Bar.between(label, figure.estimate(), figure.low(), figure.high());
    }

    private static Bars course(ModelPage page, List<Tenure> oldestFirst, List<Tenure> known, ZoneId zone) {
        List<Bars.Bar> bars = oldestFirst.stream()
                .map(tenure -> Bars.Bar.of(
                        "Version " + tenure.version() + ", from " + InWords.day(tenure.from(), zone),
                        tenure.netPerCustomer()))
                .toList();
        Currency currency = Currency.getInstance("USD");
        MoneyRange range = page.champion().netPerMonth();
        if (range != null) {
            currency = range.likely().currency();
        }
        String finding = "Worth per customer, modelled: from " + worth(known.getFirst(), currency) + " with version "
                + known.getFirst().version() + " to " + worth(known.getLast(), currency) + " with version "
                + known.getLast().version();
        return new Bars(
                finding,
                "Bar chart: " + finding + ", oldest first. The table at its left holds the same numbers.",
                "In use",
                "Worth per customer",
                moneyFormat(page),
                bars,
                -1);
    }

    private static String worth(Tenure tenure, Currency currency) {
        Double worth = tenure.netPerCustomer();
        return InWords.money(worth == null ? Double.NaN : worth, currency);
    }

    private static List<String> caveats(ChampionSummary champion) {
        List<String> caveats = new ArrayList<>();
        caveats.add("Figures are those of the evaluation when it was promoted, on data that nobody had trained on. They"
                + " say nothing of how customers have changed since.");
        caveats.add("Worth is modelled from the value assumptions, never measured.");
        caveats.addAll(LiveCells.caveats(champion.claimed()));
        if (champion.openRequests() > 0) {
            caveats.add(champion.openRequests() + (champion.openRequests() == 1 ? " request waits" : " requests wait")
                    + " for a decision, so the version in use may change.");
        }
        return caveats;
    }
}
