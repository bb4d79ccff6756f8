package io.gatehouse.checks;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.money.Money;
import io.gatehouse.policy.PolicyDocument;
import io.gatehouse.policy.PolicyDocument.Metric;
import io.gatehouse.policy.ValueAssumptions;
import io.gatehouse.scoring.EvidenceStatistics;
import io.gatehouse.sentences.Sentence;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A case that is judged, and everything that the ruling says of it. */
record Spoken(
        Roster evidence,
        PolicyDocument policy,
        ValueAssumptions assumptions,
        @Nullable Integer champion,
        Judged.@Nullable TrainingRecord record,
        @Nullable TestSetUse testSet,
        UnaryOperator<EvidenceStatistics> seen) {
    private static final Finding SAID_AND_NOT_DONE = new Finding(
            Verdict.NOT_APPLICABLE,
            "SAID_AND_NOT_DONE",
            null,
            say("origin.said.differs", "name", "scale_pos_weight", "said", "2.07", "done", "1"));
    private static final Currency DOLLARS = Currency.getInstance("USD");

    static Spoken of(Roster evidence) {
        return new Spoken(
                evidence,
                policy(Metric.TRUE_POSITIVE_RATE),
                assumptions(200, 10, 1),
                1,
                null,
                TestSetUse.FIRST,
                UnaryOperator.identity());
    }

    Spoken by(PolicyDocument other) {
        return new Spoken(evidence, other, assumptions, champion, record, testSet, seen);
    }

    Spoken counting(ValueAssumptions other) {
        return new Spoken(evidence, policy, other, champion, record, testSet, seen);
    }

    Spoken beside(@Nullable Integer other) {
        return new Spoken(evidence, policy, assumptions, other, record, testSet, seen);
    }

    Spoken recorded(Judged.TrainingRecord other) {
        return new Spoken(evidence, policy, assumptions, champion, other, testSet, seen);
    }

    Spoken looks(@Nullable TestSetUse other) {
        return new Spoken(evidence, policy, assumptions, champion, record, other, seen);
    }

    /** As if the reducer had found other segments. */
    Spoken segments(EvidenceStatistics.Attribute... attributes) {
        return new Spoken(
                evidence,
                policy,
                assumptions,
                champion,
                record,
                testSet,
                found -> new EvidenceStatistics(
                        found.sha256(),
                        found.testSet(),
                        found.columns(),
                        found.rows(),
                        found.threshold(),
                        found.test(),
                        found.validation(),
                        List.of(attributes),
                        List.of(),
                        found.pairs(),
                        found.values(),
                        found.rejections(),
                        found.weights()));
    }

    List<Sentence> sentences(Path folder) {
        EvidenceStatistics statistics = seen.apply(evidence.reduced(folder));
        Ruling ruling = Judge.rule(
                new Case(
                        "churn",
                        2,
                        "champion",
                        champion,
                        policy,
                        assumptions,
                        record == null ? ChecksTest.record(statistics) : record,
                        record == Scenarios.NOT_DONE ? List.of(SAID_AND_NOT_DONE) : List.of(),
                        testSet,
                        null),
                evidence.description(),
                statistics);
        return ruling.checks().stream()
                .flatMap(check -> Stream.concat(
                        Stream.concat(
                                Stream.of(check.sentence()),
                                check.findings().stream().map(Finding::sentence)),
                        check.segments().stream().map(SegmentFigures::sentence)))
                .distinct()
                .toList();
    }

    static PolicyDocument policy(Metric... metrics) {
        return policy(false, Map.of(), metrics);
    }

    static PolicyDocument policy(boolean smallBlock, Map<String, String> references, Metric... metrics) {
        return policy("age_band", smallBlock, references, metrics);
    }

    static PolicyDocument policy(String column, boolean smallBlock, Map<String, String> references, Metric... metrics) {
        PolicyDocument usual = ChecksTest.POLICY;
        return new PolicyDocument(
                usual.name(),
                usual.use(),
                usual.summary(),
                null,
                1,
                0.20,
                new PolicyDocument.Performance(0.785, 0.015, 0.025, 0.0005),
                new PolicyDocument.Fairness(
                        List.of(metrics),
                        List.of(new PolicyDocument.Attribute(column, column.replace('_', ' '))),
                        0.80,
                        0.075,
                        30,
                        5,
                        0.02,
                        0.05,
                        smallBlock,
                        references,
                        PolicyDocument.Intersections.SHOWN),
                usual.value(),
                usual.reproducibility());
    }

    static ValueAssumptions assumptions(long customer, long offer, long contact) {
        return new ValueAssumptions(
                1,
                null,
                "Retention marketing",
                "",
                Money.of(customer, DOLLARS),
                null,
                Money.of(offer, DOLLARS),
                Money.of(contact, DOLLARS),
                0.30,
                50_000,
                List.of());
    }
}
