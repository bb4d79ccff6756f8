package io.gatehouse.portal.api;

import io.gatehouse.checks.CheckResult;
import io.gatehouse.checks.Figure;
import io.gatehouse.checks.Finding;
import io.gatehouse.checks.SegmentFigures;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.fairness.verdicts.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An evaluation on the wire. Figures that could not be computed are null, never zero. */
record EvaluationBody(
        String id,
        String number,
        String model,
        int version,
        Policy policy,
        int assumptions_version,
        Evidence evidence,
        @Nullable Integer compared_with,
        Instant at,
        String requested_by,
        String digest,
        List<Check> checks) {

    record Policy(String name, int version, String use, String sha256) {}

    record Evidence(String path, String sha256, long rows, long test_rows, String snapshot_at) {}

    record Check(
            String check,
            String question,
            Verdict verdict,
            String reason_code,
            @Nullable Double estimate,
            @Nullable Double ci_low,
            @Nullable Double ci_high,
            @Nullable Long n,
            @Nullable Double threshold,
            String sentence,
            List<Part> findings,
            List<Segment> segments) {}

    record Part(
            Verdict verdict,
            String reason_code,
            @Nullable String name,
            @Nullable Double estimate,
            @Nullable Double ci_low,
            @Nullable Double ci_high,
            @Nullable Long n,
            @Nullable Double threshold,
            String sentence) {}

    record Segment(
            String attribute,
            String group,
            boolean reference,
            Verdict verdict,
            String reason_code,
            @Nullable Double estimate,
            @Nullable Double ci_low,
            @Nullable Double ci_high,
            @Nullable Long n,
            @Nullable Double threshold,
            @Nullable Double true_positive_rate,
            @Nullable Double false_positive_rate,
            @Nullable Double precision,
            @Nullable Double selection_rate,
            @Nullable Double base_rate,
            @Nullable Long needed_positives,
            Counts counts,
            String sentence) {}

    record Counts(long true_positives, long false_positives, long false_negatives, long true_negatives) {}

    static EvaluationBody of(Evaluation evaluation) {
        return new EvaluationBody(
                evaluation.id().toString(),
                "EV-" + evaluation.number(),
                evaluation.model(),
                evaluation.version(),
                new Policy(
                        evaluation.policy().name(),
                        evaluation.policy().version(),
                        evaluation.policy().use().name(),
                        evaluation.policy().sha256()),
                evaluation.assumptionsVersion(),
                new Evidence(
                        evaluation.evidence().path(),
                        evaluation.evidence().sha256(),
                        evaluation.evidence().rows(),
                        evaluation.evidence().testRows(),
                        evaluation.evidence().snapshotAt()),
                evaluation.comparedWith(),
                evaluation.at(),
                evaluation.requestedBy(),
                evaluation.digest(),
                evaluation.checks().stream().map(EvaluationBody::check).toList());
    }

    private static Check check(CheckResult result) {
        Figure figure = result.headline();
        return new Check(
                result.check().name(),
                result.check().question(),
                result.verdict(),
                result.reasonCode(),
                figure == null ? null : finite(figure.estimate()),
                figure == null ? null : finite(figure.low()),
                figure == null ? null : finite(figure.high()),
                figure == null ? null : figure.n(),
                figure == null ? null : finite(figure.threshold()),
                result.sentence().english(),
                result.findings().stream().map(EvaluationBody::part).toList(),
                result.segments().stream().map(EvaluationBody::segment).toList());
    }

    private static Part part(Finding finding) {
        Figure figure = finding.figure();
        return new Part(
                finding.verdict(),
                finding.reasonCode(),
                figure == null ? null : figure.name(),
                figure == null ? null : finite(figure.estimate()),
                figure == null ? null : finite(figure.low()),
                figure == null ? null : finite(figure.high()),
                figure == null ? null : figure.n(),
                figure == null ? null : finite(figure.threshold()),
                finding.sentence().english());
    }

    private static Segment segment(SegmentFigures group) {
        Figure ratio = group.ratio();
        return new Segment(
                group.attribute(),
                group.group(),
                group.reference(),
                group.verdict(),
                group.reasonCode(),
                ratio == null ? null : finite(ratio.estimate()),
                ratio == null ? null : finite(ratio.low()),
                ratio == null ? null : finite(ratio.high()),
                ratio == null ? null : ratio.n(),
                ratio == null ? null : finite(ratio.threshold()),
                finite(group.truePositiveRate().estimate()),
                finite(group.falsePositiveRate()),
                finite(group.precision()),
                finite(group.selectionRate()),
                finite(group.baseRate()),
                group.neededPositives(),
                new Counts(
                        group.counts().truePositives(),
                        group.counts().falsePositives(),
                        group.counts().falseNegatives(),
                        group.counts().trueNegatives()),
                group.sentence().english());
    }

    /** JSON has no NaN and no infinity. */
    private static @Nullable Double finite(@Nullable Double value) {
        return value == null || !Double.isFinite(value) ? null : value;
    }
}
