package io.gatehouse.portal.samples;

import static io.gatehouse.portal.samples.Story.say;
import static io.gatehouse.portal.samples.Story.usd;

import io.gatehouse.checks.CheckName;
import io.gatehouse.checks.CheckResult;
import io.gatehouse.checks.Figure;
import io.gatehouse.checks.Figure.Unit;
import io.gatehouse.checks.Finding;
import io.gatehouse.checks.ValueFigures;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.value.CampaignEconomics;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.money.Money;
import io.gatehouse.policy.PolicyRef;
import io.gatehouse.policy.Use;
import io.gatehouse.policy.ValueAssumptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Evaluations as the checks would have made them: one where all is well, one that is unfair, one that is worth less. */
final class SampleEvaluations {
    private static final CampaignEconomics ECONOMICS = new CampaignEconomics(200, 10, 1, 0.30);
    private static final PolicyRef POLICY = new PolicyRef("human-reviewed", 1, Use.HUMAN_REVIEWED, "ab".repeat(32));

    /** What a version is refused for; nothing for {@code NOTHING}. */
    enum Fault {
        NOTHING,
        UNFAIR,
        WORTH_LESS
    }

    private SampleEvaluations() {}

    static Evaluation of(int version, @Nullable Integer champion, Instant at, Fault fault) {
        List<CheckResult> checks = new ArrayList<>(List.of(
                performance(champion),
                fairness(fault == Fault.UNFAIR),
                value(champion, fault == Fault.WORTH_LESS),
                reproducibility()));
        checks.sort(Comparator.comparingInt(check -> check.verdict() == Verdict.FAIL ? 0 : 1));
        return new Evaluation(
                new UUID(4, version),
                10 + version,
                Story.CHURN,
                version,
                POLICY,
                1,
                new Evaluation.Evidence(
                        "evaluation/predictions.parquet", "9f86d081884c7d65".repeat(4), 15_000, 7_500, "31 Oct 2026"),
                champion,
                at,
                "Dana Ortiz",
                "cd41".repeat(16),
                "ab07".repeat(16),
                checks,
                SampleWayOuts.band(fault),
                List.of());
    }

    private static CheckResult performance(@Nullable Integer champion) {
        Figure auc = new Figure("auc", 0.8871, 0.8795, 0.8947, 7_500L, 0.78, Unit.INDEX);
        List<Finding> findings = new ArrayList<>(
                List.of(
                        met(
                                auc,
                                "AUC on 7,500 test customers is 0.8871, likely between 0.8795 and 0.8947; the floor is 0.78."),
                        met(
                                new Figure("auc_gap", 0.0014, -0.0098, 0.0126, 7_500L, 0.03, Unit.INDEX),
                                "Validation and test agree: the gap is 0.0014, likely between −0.0098 and 0.0126; up to 0.03 is allowed.")));
        if (champion != null) {
            findings.add(met(
                    new Figure("auc_difference", 0.0023, 0.0004, 0.0042, 7_500L, -0.005, Unit.INDEX),
                    "It ranks customers better than version " + champion + ", the version in use."));
        }
        findings.add(told("CALIBRATION", "When it says 32.7 % on average, 32.5 % do leave."));
        findings.add(new Finding(
                Verdict.INCONCLUSIVE,
                "CLAIM_DISAGREES",
                null,
                say("The run logged test_f1 = 0.9100, but the evidence gives 0.7321.")));
        return new CheckResult(
                CheckName.PERFORMANCE,
                Verdict.PASS,
                "MET",
                auc,
                say(
                        "Of 100 customers who leave, it finds 93; of 100 that it flags, 57 do leave. It is above the floor (AUC 0.8871,"
                                + " floor 0.78)."),
                findings,
                List.of(),
                null,
                null);
    }

    private static CheckResult fairness(boolean unfair) {
        Figure worst = unfair
                ? new Figure("true_positive_rate_ratio", 0.71, 0.66, 0.77, 612L, 0.80, Unit.RATIO)
                : new Figure("true_positive_rate_ratio", 0.94, 0.90, 0.98, 612L, 0.80, Unit.RATIO);
        String sentence = unfair
                ? "It finds too few leavers aged 18-24: 66 of 100, against 93 of 100 aged 35-44. The policy allows 0.80 to 1.25."
                : "It finds leavers about equally well in every plan type, age band and region. Served worst is 18-24 (age band): 88 of 100"
                        + " leavers found, 0.94 times the rate of 35-44; from 0.80 on is allowed.";
        Verdict verdict = unfair ? Verdict.FAIL : Verdict.PASS;
        return new CheckResult(
                CheckName.FAIRNESS,
                verdict,
                unfair ? "OUTSIDE" : "MET",
                worst,
                say(sentence),
                List.of(
                        new Finding(
                                verdict,
                                unfair ? "OUTSIDE" : "MET",
                                worst,
                                say("18-24 (age band): of its leavers it finds " + (unfair ? "66" : "88")
                                        + " of 100 against 93 of 100 in 35-44.")),
                        told("MULTIPLICITY", "Comparisons made at once: 8.")),
                SampleSegments.of(unfair),
                null,
                null,
                SampleWayOuts.crossings(),
                null);
    }

    private static CheckResult value(@Nullable Integer champion, boolean less) {
        ValueFigures value = figures(champion, less);
        Figure headline = less
                ? new Figure("value_difference_per_customer", -1.31, -1.52, -1.10, 7_500L, -0.10, Unit.MONEY)
                : value.netPerCustomer();
        return new CheckResult(
                CheckName.VALUE,
                less ? Verdict.FAIL : Verdict.PASS,
                less ? "INFERIOR" : "MET",
                headline,
                say(
                        less
                                ? "Acting on it does not pay: on the same customers it is worth −$1.31 a customer beside version 2, the version in use:"
                                        + " less than the margin of $0.10 allows."
                                : "Acting on it pays for itself and is worth no less than the version in use: $0.24 a customer beside it, likely"
                                        + " between $0.05 and $0.43."),
                List.of(met(value.netPerCustomer(), "Against contacting nobody it is worth $11.30 a customer.")),
                List.of(),
                null,
                value,
                List.of(),
                SampleWayOuts.month());
    }

    private static CheckResult reproducibility() {
        return new CheckResult(
                CheckName.REPRODUCIBILITY,
                Verdict.PASS,
                "MET",
                null,
                say("Yes. All seven things that making it again takes are on record."),
                List.of(
                        met(null, "The fingerprint of the training data is on record: 9ab14f0c77d2e513."),
                        met(null, "The random seed is on record: 42."),
                        met(null, "The commit of the code is on record: 7c1d9e2.")),
                List.of(),
                null,
                null);
    }

    private static Finding told(String code, String sentence) {
        return new Finding(Verdict.NOT_APPLICABLE, code, null, say(sentence));
    }

    private static Finding met(@Nullable Figure figure, String sentence) {
        return new Finding(Verdict.PASS, "MET", figure, say(sentence));
    }

    static ValueFigures figures(@Nullable Integer champion, boolean less) {
        ValueAssumptions given = new ValueAssumptions(
                1,
                null,
                "Rita Gomez",
                "",
                usd(200),
                null,
                usd(10),
                usd(1),
                0.30,
                4_000,
                List.of(new io.gatehouse.policy.CostLine(
                        "All lines together", usd(450), usd(850), usd(35_000), usd(90_000))));
        ConfusionCounts counts =
                less ? new ConfusionCounts(2_010, 1_930, 428, 3_132) : new ConfusionCounts(2_270, 1_700, 168, 3_362);
        double net = ECONOMICS.net(counts);
        double each = net / 7_500;
        double month = each * 4_000;
        return new ValueFigures(
                given,
                0.20,
                ECONOMICS.breakEvenScore(),
                7_500,
                counts.truePositives() + counts.falsePositives(),
                counts.truePositives(),
                usd(ECONOMICS.benefit(counts)),
                usd(ECONOMICS.cost(counts)),
                usd(net),
                new Figure("net_per_customer", each, each - 0.62, each + 0.62, 7_500L, 0.0, Unit.MONEY),
                ECONOMICS.roi(counts),
                usd(month),
                35_000 / (month - 450),
                90_000 / (month - 850),
                champion == null
                        ? null
                        : new ValueFigures.AgainstChampion(
                                champion,
                                new Figure(
                                        "value_difference_per_customer",
                                        less ? -1.31 : 0.24,
                                        less ? -1.52 : 0.05,
                                        less ? -1.10 : 0.43,
                                        7_500L,
                                        -0.10,
                                        Unit.MONEY),
                                0.10,
                                usd(84_000)),
                deciles());
    }

    private static List<ValueFigures.Decile> deciles() {
        long[] leavers = {702, 598, 452, 301, 178, 98, 55, 31, 16, 7};
        List<ValueFigures.Decile> deciles = new ArrayList<>();
        Money soFar = usd(0);
        for (int i = 0; i < leavers.length; i++) {
            Money net = usd(ECONOMICS.net(new ConfusionCounts(leavers[i], 750 - leavers[i], 0, 0)));
            soFar = soFar.plus(net);
            deciles.add(new ValueFigures.Decile(i + 1, 750, leavers[i], net, soFar));
        }
        return deciles;
    }
}
