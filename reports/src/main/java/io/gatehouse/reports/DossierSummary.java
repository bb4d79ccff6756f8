package io.gatehouse.reports;

import io.gatehouse.checks.CheckName;
import io.gatehouse.checks.CheckResult;
import io.gatehouse.checks.Figure;
import io.gatehouse.checks.SegmentFigures;
import io.gatehouse.checks.ValueFigures;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.money.Money;
import io.gatehouse.promotion.PromotionDossier;
import io.gatehouse.promotion.PromotionDossier.Choice;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Words;
import io.gatehouse.sentences.Written;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** The first sheet of a dossier. */
final class DossierSummary {
    private DossierSummary() {}

    static void write(ReportWorkbook report, String title, PromotionDossier dossier) {
        report.summary(title)
                .verdict(
                        Words.of(dossier.state()),
                        Statuses.of(dossier.state()),
                        dossier.statusLine().english())
                .asOf(asOf(dossier, report.provenance()))
                .sentences(sentences(dossier, report.provenance()))
                .keyFigures(keyFigures(dossier))
                .picture(segments(dossier), "No segment was judged, so there is nothing to draw.")
                .caveats(caveats(dossier));
    }

    private static String asOf(PromotionDossier dossier, Provenance provenance) {
        String asOf = "As of " + InWords.moment(provenance.generatedAt(), provenance.zone());
        Evaluation evaluation = dossier.evaluation();
        if (evaluation == null) {
            return asOf + " · not evaluated";
        }
        String data = evaluation.evidence().snapshotAt();
        return asOf + " · data as of " + (data.isBlank() ? InWords.NOT_KNOWN : Written.told(data)) + " · checks ran on "
                + InWords.day(evaluation.at(), provenance.zone()) + " · policy "
                + evaluation.policy().name() + " v"
                + evaluation.policy().version() + " ("
                + Words.of(evaluation.policy().use()) + ")";
    }

    private static List<String> sentences(PromotionDossier dossier, Provenance provenance) {
        List<String> sentences = new ArrayList<>();
        dossier.recommendation().stream().map(Sentence::english).forEach(sentences::add);
        if (dossier.evaluationProblem() != null) {
            sentences.add(dossier.evaluationProblem().english());
        }
        String instead = dossier.championVersion() == null
                ? "There is no champion yet."
                : "It would take the place of version " + dossier.championVersion() + ".";
        sentences.add("Asked for by " + dossier.requestedBy() + " on "
                + InWords.day(dossier.requestedAt(), provenance.zone()) + ", trained by " + dossier.trainedBy() + ". "
                + (dossier.state().open() ? instead : "")
                + (dossier.note().isBlank() ? "" : " In their words: “" + dossier.note() + "”"));
        return sentences;
    }

    private static List<KeyFigure> keyFigures(PromotionDossier dossier) {
        List<KeyFigure> figures = new ArrayList<>();
        if (dossier.evaluation() != null) {
            for (CheckResult check : dossier.evaluation().checks()) {
                figures.add(keyFigure(check, dossier));
            }
        }
        DossierReport.check(dossier, CheckName.VALUE)
                .map(CheckResult::value)
                .ifPresent(value -> figures.add(perMonth(value)));
        long approvals = dossier.votes().stream()
                .filter(vote -> vote.current() && vote.choice() == Choice.APPROVE)
                .count();
        figures.add(KeyFigure.plain(
                "Approvals",
                CellContent.whole(approvals),
                "Of " + dossier.approvalsNeeded()
                        + " needed, from people who neither trained the version nor asked for it."));
        return figures;
    }

    private static KeyFigure perMonth(ValueFigures value) {
        Currency currency = value.net().currency();
        Figure each = value.netPerCustomer();
        long customers = value.assumptions().customersPerMonth();
        String words = "Contacting everybody with a score of " + InWords.share(value.threshold()) + " or more, of "
                + InWords.whole(customers) + " customers a month; before running and building it.";
        Double low = each.low();
        Double high = each.high();
        String label = Words.figure("net_per_month");
        return low == null || high == null
                ? KeyFigure.plain(label, CellContent.money(value.netPerMonth()), words)
                : new KeyFigure(
                        label,
                        null,
                        CellContent.money(value.netPerMonth()),
                        CellContent.money(Money.of(low * customers, currency)),
                        CellContent.money(Money.of(high * customers, currency)),
                        words);
    }

    private static KeyFigure keyFigure(CheckResult check, PromotionDossier dossier) {
        String label =
                Words.of(check.check()) + ": " + Words.of(check.verdict()).toLowerCase(Locale.ROOT);
        KeyFigure figure = check.headline() == null
                ? KeyFigure.plain(label, CellContent.NONE, check.sentence().english())
                : KeyFigure.of(
                        label,
                        check.headline(),
                        DossierReport.currency(dossier),
                        Words.figure(check.headline().name()) + ". "
                                + check.sentence().english());
        return figure.judged(Statuses.of(check.verdict()));
    }

    private static Bars segments(PromotionDossier dossier) {
        List<SegmentFigures> segments = DossierReport.check(dossier, CheckName.FAIRNESS)
                .map(CheckResult::segments)
                .orElse(List.of());
        int focus = worst(segments);
        List<Bars.Bar> bars = segments.stream()
                .map(segment -> Bars.Bar.between(
                        label(segment),
                        segment.truePositiveRate().estimate(),
                        segment.truePositiveRate().low(),
                        segment.truePositiveRate().high()))
                .toList();
        return new Bars(
                finding(segments, focus),
                "Bar chart with intervals: of 100 customers who leave, how many the version finds, by segment. "
                        + finding(segments, focus) + ". The table at its left holds the same numbers.",
                "Segment",
                "Leavers found",
                CellContent.SHARE,
                bars,
                focus);
    }

    private static String label(SegmentFigures segment) {
        String name = Words.sentenceCase(segment.attribute()) + " " + segment.group();
        return segment.verdict() == Verdict.PASS
                ? name
                : name + " (" + Statuses.segment(segment).toLowerCase(Locale.ROOT) + ")";
    }

    /** The segment that the picture is about: the lowest rate among those that failed; −1 if none failed. */
    private static int worst(List<SegmentFigures> segments) {
        int worst = -1;
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < segments.size(); i++) {
            Double rate = segments.get(i).truePositiveRate().estimate();
            if (segments.get(i).verdict() == Verdict.FAIL && rate != null && rate < lowest) {
                worst = i;
                lowest = rate;
            }
        }
        return worst;
    }

    private static String finding(List<SegmentFigures> segments, int focus) {
        if (focus >= 0) {
            SegmentFigures worst = segments.get(focus);
            Double rate = worst.truePositiveRate().estimate();
            return "It finds too few leavers in " + InWords.spaced(worst.attribute()) + " " + worst.group() + ": "
                    + InWords.share(rate == null ? Double.NaN : rate);
        }
        double[] rates = segments.stream()
                .map(segment -> segment.truePositiveRate().estimate())
                .mapToDouble(rate -> rate == null ? Double.NaN : rate)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return rates.length == 0
                ? "Leavers found, by segment"
                : "Leavers found, by segment: from " + InWords.share(rates[0]) + " to "
                        + InWords.share(rates[rates.length - 1]);
    }

    private static List<String> caveats(PromotionDossier dossier) {
        List<String> caveats = new ArrayList<>();
        if (DossierReport.check(dossier, CheckName.VALUE).isPresent()) {
            caveats.add("ROI is modelled from assumptions, never measured: it takes for granted that every leaver"
                    + " answers an offer alike. The sheet ROI lets you try other assumptions.");
        }
        caveats.add(Words.of(Verdict.INCONCLUSIVE)
                + " means that the data shows neither a pass nor a failure. It never counts as a pass.");
        caveats.add("Ranges are 95 % intervals for figures and 90 % intervals for ratios of segments.");
        return caveats;
    }
}
