package io.gatehouse.portal.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.gatehouse.checks.CheckResult;
import io.gatehouse.checks.Figure;
import io.gatehouse.checks.Finding;
import io.gatehouse.checks.SegmentFigures;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.fairness.verdicts.Verdict;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation on the wire. Figures that could not be computed are null, never zero; {@code why_null} then says of each field which is
 * null why: NO_FIGURE (the answer rests on none), UNDEFINED (such as a rate of nobody) or UNBOUNDED (an interval without an end).
 * {@code effective_n} is there only where the evidence weights its rows: how many rows of equal weight tell as much as the check's test rows,
 * or as the group's, do.
 */
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
        String ruling_sha256,
        List<Check> checks,
        @Nullable WayOutBody way_out,
        List<Logged> logged) {

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
            Map<String, String> why_null,
            String sentence,
            List<Part> findings,
            List<Segment> segments,
            List<Segment> crossings,
            @Nullable MonthBody month,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Double effective_n) {}

    record Part(
            Verdict verdict,
            String reason_code,
            @Nullable String name,
            @Nullable Double estimate,
            @Nullable Double ci_low,
            @Nullable Double ci_high,
            @Nullable Long n,
            @Nullable Double threshold,
            Map<String, String> why_null,
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
            @Nullable Long needed_customers,
            Map<String, String> why_null,
            Counts counts,
            String sentence,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Double effective_n) {}

    /** @param claimed as the run logged it @param recomputed from the evidence, every row once; each null where it is no number */
    record Logged(
            String name, @Nullable Double claimed, @Nullable Double recomputed) {}

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
                evaluation.rulingSha256(),
                evaluation.checks().stream().map(EvaluationBody::check).toList(),
                WayOutBody.of(evaluation),
                evaluation.logged().stream()
                        .map(metric -> new Logged(metric.name(), finite(metric.claimed()), finite(metric.recomputed())))
                        .toList());
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
                whyNull(figure),
                result.sentence().english(),
                result.findings().stream().map(EvaluationBody::part).toList(),
                result.segments().stream().map(EvaluationBody::segment).toList(),
                result.crossings().stream().map(EvaluationBody::segment).toList(),
                MonthBody.of(result.month()),
                figure == null ? null : figure.effectiveN());
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
                whyNull(figure),
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
                group.neededCustomers(),
                whyNull(group),
                new Counts(
                        group.counts().truePositives(),
                        group.counts().falsePositives(),
                        group.counts().falseNegatives(),
                        group.counts().trueNegatives()),
                group.sentence().english(),
                group.effectiveN());
    }

    /** JSON has no NaN and no infinity. */
    private static @Nullable Double finite(@Nullable Double value) {
        return value == null || !Double.isFinite(value) ? null : value;
    }

    private static Map<String, String> whyNull(@Nullable Figure figure) {
        Map<String, String> why = new LinkedHashMap<>();
        note(why, "estimate", figure == null, figure == null ? null : figure.estimate());
        note(why, "ci_low", figure == null, figure == null ? null : figure.low());
        note(why, "ci_high", figure == null, figure == null ? null : figure.high());
        note(why, "threshold", figure == null, figure == null ? null : figure.threshold());
        return why;
    }

    private static Map<String, String> whyNull(SegmentFigures group) {
        Map<String, String> why = whyNull(group.ratio());
        note(why, "true_positive_rate", false, group.truePositiveRate().estimate());
        note(why, "false_positive_rate", false, group.falsePositiveRate());
        note(why, "precision", false, group.precision());
        note(why, "selection_rate", false, group.selectionRate());
        note(why, "base_rate", false, group.baseRate());
        return why;
    }

    private static void note(Map<String, String> why, String field, boolean noFigure, @Nullable Double value) {
        if (noFigure) {
            why.put(field, "NO_FIGURE");
        } else if (value == null || Double.isNaN(value)) {
            why.put(field, "UNDEFINED");
        } else if (Double.isInfinite(value)) {
            why.put(field, "UNBOUNDED");
        }
    }
}
