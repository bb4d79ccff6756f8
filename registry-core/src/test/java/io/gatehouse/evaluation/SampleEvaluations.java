package io.gatehouse.evaluation;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.checks.CheckName;
import io.gatehouse.checks.CheckResult;
import io.gatehouse.checks.Figure;
import io.gatehouse.checks.Figure.Unit;
import io.gatehouse.checks.Finding;
import io.gatehouse.checks.LoggedMetric;
import io.gatehouse.checks.PerformanceFigures;
import io.gatehouse.checks.SegmentFigures;
import io.gatehouse.checks.ValueFigures;
import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.money.Money;
import io.gatehouse.policy.PolicyRef;
import io.gatehouse.policy.Use;
import io.gatehouse.policy.ValueAssumptions;
import io.gatehouse.sentences.Sentence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Evaluations with chosen figures, for read models that only arrange them. */
public final class SampleEvaluations {
    private static final Currency USD = Currency.getInstance("USD");

    private int version = 2;
    private Instant at = Instant.parse("2026-11-01T09:00:00Z");
    private double auc = 0.88;
    private long foundOfThousand = 780;
    private double net = 1.25;
    private double ratio = 0.97;
    private Verdict fairness = Verdict.PASS;
    private final List<SegmentFigures> others = new ArrayList<>();
    private String snapshot = "2026-10-31";
    private Verdict verdict = Verdict.PASS;
    private Use use = Use.HUMAN_REVIEWED;
    private @Nullable Integer comparedWith;
    private boolean claims;
    private @Nullable Double claimed;
    private List<LoggedMetric> logged = List.of();
    private final List<Finding> made = new ArrayList<>();
    private double aucDifference;
    private double netDifference;

    /** Everything passed: of 1,000 leavers 780 are found, AUC 0.88 ± 0.01, worth $1.25 ± $0.20 a customer. */
    public static SampleEvaluations of(int version) {
        SampleEvaluations sample = new SampleEvaluations();
        sample.version = version;
        return sample;
    }

    public SampleEvaluations at(String moment) {
        at = Instant.parse(moment);
        return this;
    }

    public SampleEvaluations auc(double value) {
        auc = value;
        return this;
    }

    /** The AUC that the run logged; if never told, the one that was recomputed. */
    public SampleEvaluations claimed(@Nullable Double logged) {
        claims = true;
        claimed = logged;
        return this;
    }

    /** Figures that its run logged beside what the evidence gives. */
    public SampleEvaluations logged(LoggedMetric... metrics) {
        logged = List.of(metrics);
        return this;
    }

    /** The model was made with another value than its run logged. */
    public SampleEvaluations made(String name, String logged, String inTheModel) {
        made.add(new Finding(
                Verdict.NOT_APPLICABLE,
                Finding.SAID_AND_NOT_DONE,
                null,
                say("origin.said.differs", "name", name, "said", logged, "done", inTheModel)));
        return this;
    }

    public SampleEvaluations found(long ofThousand) {
        foundOfThousand = ofThousand;
        return this;
    }

    public SampleEvaluations net(double perCustomer) {
        net = perCustomer;
        return this;
    }

    /** Of the true positive rate of ages 18 to 24 to that of 25 to 44. */
    public SampleEvaluations ratio(double worst) {
        ratio = worst;
        return this;
    }

    /** Of the whole check. */
    public SampleEvaluations fairness(Verdict asked) {
        fairness = asked;
        return this;
    }

    /** One more group, of its true positive rate or of another one to that of its reference. */
    public SampleEvaluations group(String name, String rate, double ratio, Verdict found, String reason) {
        others.add(segment(name, rate, ratio, found, reason));
        return this;
    }

    public SampleEvaluations snapshot(String day) {
        snapshot = day;
        return this;
    }

    public SampleEvaluations performance(Verdict asked) {
        verdict = asked;
        return this;
    }

    public SampleEvaluations use(Use asked) {
        use = asked;
        return this;
    }

    /** Judged on the same customers as another; differences ± 0.005 of AUC and ± $0.05. */
    public SampleEvaluations beside(int champion, double ofAuc, double ofNet) {
        comparedWith = champion;
        aucDifference = ofAuc;
        netDifference = ofNet;
        return this;
    }

    public Evaluation done() {
        return new Evaluation(
                UUID.randomUUID(),
                7,
                "churn",
                version,
                new PolicyRef("human-reviewed", 1, use, "p".repeat(64)),
                1,
                new Evaluation.Evidence("evaluation/predictions.csv", "e".repeat(64), 6000, 3000, snapshot),
                comparedWith,
                at,
                "Dana Ortiz",
                "d".repeat(64),
                "a".repeat(64),
                List.of(performance(), fairness(), value(), reproducibility()),
                null,
                logged);
    }

    private CheckResult performance() {
        Figure test = figure("auc", auc, 0.01, Unit.INDEX);
        return new CheckResult(
                CheckName.PERFORMANCE,
                verdict,
                "TOLD",
                test,
                said("Its performance."),
                List.of(),
                List.of(),
                new PerformanceFigures(
                        test,
                        null,
                        null,
                        null,
                        comparedWith == null ? null : figure("auc_difference", aucDifference, 0.005, Unit.INDEX),
                        0.11,
                        new ConfusionCounts(foundOfThousand, 500, 1000 - foundOfThousand, 1500),
                        List.of(),
                        claims ? claimed : (Double) auc),
                null);
    }

    private CheckResult fairness() {
        return new CheckResult(
                CheckName.FAIRNESS,
                fairness,
                "MET",
                null,
                said("It finds leavers about equally well in every age band."),
                List.of(),
                Stream.concat(Stream.of(segment("25-44", null), segment("18-24", ratio)), others.stream())
                        .toList(),
                null,
                null);
    }

    private static SegmentFigures segment(String name, @Nullable Double ratio) {
        return segment(name, "true_positive_rate", ratio, ratio == null ? Verdict.NOT_APPLICABLE : Verdict.PASS, "MET");
    }

    private static SegmentFigures segment(
            String name, String compared, @Nullable Double ratio, Verdict verdict, String reason) {
        double rate = 0.8 * (ratio == null ? 1 : ratio);
        return new SegmentFigures(
                "age_band",
                name,
                ratio == null,
                new ConfusionCounts(80, 10, 20, 90),
                figure("true_positive_rate", rate, 0.04, Unit.SHARE),
                ratio == null
                        ? null
                        : new Figure(compared + "_ratio", ratio, ratio - 0.05, ratio + 0.05, 3000L, 0.8, Unit.RATIO),
                null,
                0.1,
                0.9,
                0.45,
                0.5,
                verdict,
                reason,
                null,
                said("A group."));
    }

    private CheckResult value() {
        ValueFigures figures = new ValueFigures(
                new ValueAssumptions(
                        1,
                        null,
                        "Finance",
                        "",
                        usd(200),
                        null,
                        usd(10),
                        usd(1),
                        0.3,
                        10_000,
                        List.of(new io.gatehouse.policy.CostLine("All", usd(250), usd(850), usd(1), usd(2)))),
                0.2,
                0.164,
                3000,
                1280,
                foundOfThousand,
                usd(5000),
                usd(2500),
                usd(net * 3000),
                figure("net_per_customer", net, 0.2, Unit.MONEY),
                0.5,
                usd(net * 10_000),
                1,
                2,
                comparedWith == null
                        ? null
                        : new ValueFigures.AgainstChampion(
                                comparedWith, figure("difference", netDifference, 0.05, Unit.MONEY), 0.05, usd(3000)),
                List.of());
        return new CheckResult(
                CheckName.VALUE,
                Verdict.PASS,
                "MET",
                figures.netPerCustomer(),
                said("It pays."),
                List.of(),
                List.of(),
                null,
                figures);
    }

    private CheckResult reproducibility() {
        List<Finding> findings = new ArrayList<>(made);
        findings.add(new Finding(
                Verdict.PASS,
                "ON_RECORD",
                null,
                new Sentence("reproducibility.seed.present", Map.of("detail", "42"), "Random seed: 42.")));
        return new CheckResult(
                CheckName.REPRODUCIBILITY,
                Verdict.PASS,
                "COMPLETE",
                null,
                said("Everything is on record."),
                findings,
                List.of(),
                null,
                null);
    }

    private static Figure figure(String name, double estimate, double halfWidth, Unit unit) {
        return new Figure(name, estimate, estimate - halfWidth, estimate + halfWidth, 3000L, null, unit);
    }

    private static Money usd(double amount) {
        return Money.of(amount, USD);
    }

    private static Sentence said(String english) {
        return new Sentence("test", Map.of(), english);
    }
}
