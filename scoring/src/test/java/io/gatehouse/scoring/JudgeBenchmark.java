package io.gatehouse.scoring;

import io.gatehouse.fairness.calibration.Calibration;
import io.gatehouse.fairness.discrimination.DeLong;
import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.segments.FairnessGate;
import io.gatehouse.fairness.segments.FairnessJudgement;
import io.gatehouse.fairness.segments.Rate;
import io.gatehouse.fairness.segments.SmallGroups;
import io.gatehouse.fairness.segments.ToleranceRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Times the reducer and the fairness gate on a generated table, and leaves the figures where {@code benchmarks/judge/compare.py} holds them
 * against those of Python's libraries. Arguments: a folder, the number of rows, the number of rounds.
 */
final class JudgeBenchmark {

    private static final String DESCRIPTION = """
            {"id": "id", "label": "label", "score": "score", "value": "monthly_value",
             "segments": ["plan_type", "age_band", "region", "tenure", "channel", "device"],
             "baseline": {"model": "churn", "version": "1", "score": "champion"}}""";

    private static final double THRESHOLD = 0.2;

    private JudgeBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        long rows = Long.parseLong(arguments[1]);
        int rounds = Integer.parseInt(arguments[2]);
        Path table = folder.resolve(rows + ".parquet");
        if (!Files.exists(table)) {
            PredictionTable.copy(select(rows), table);
        }
        ReductionLimits limits = new ReductionLimits(8L << 30, 60_000_000, 50, 4_000, 2, Duration.ofMinutes(10));
        EvidenceDescription description = PredictionTable.parsed(DESCRIPTION);
        List<Double> seconds = new ArrayList<>();
        Map<String, Object> figures = Map.of();
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            ReductionResult result = new DuckDbEvidenceReducer(limits).reduce(table, description, THRESHOLD);
            EvidenceStatistics statistics = switch (result) {
                case ReductionResult.Reduced(EvidenceStatistics some) -> some;
                case ReductionResult.Refused(Refusal refusal) -> throw new IllegalStateException(refusal.sentence());
            };
            FairnessJudgement judgement = gate().judge(statistics.segments());
            seconds.add((System.nanoTime() - start) / 1e9);
            figures = figures(statistics, judgement);
        }
        Map<String, Object> report = new LinkedHashMap<>(figures);
        report.put("seconds", seconds);
        Files.writeString(
                folder.resolve(rows + ".json"), JsonMapper.builder().build().writeValueAsString(report));
    }

    private static FairnessGate gate() {
        return new FairnessGate(
                List.of(
                        ToleranceRule.of(Rate.TRUE_POSITIVE_RATE, 0.8, 0.1),
                        ToleranceRule.of(Rate.PRECISION, 0.8, 0.1)),
                Map.of(),
                SmallGroups.onlyNamedBlock());
    }

    private static Map<String, Object> figures(EvidenceStatistics statistics, FairnessJudgement judgement) {
        EvidenceStatistics.Split test = statistics.test();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("rows", test.rows());
        figures.put("verdict", judgement.verdict().name());
        figures.put("auc", DeLong.auc(test.placements()).value());
        figures.put("brier", Calibration.brier(test.sumOfSquaredErrors(), test.rows()));
        figures.put("log_loss", test.sumOfLogLosses().doubleValue() / test.rows());
        figures.put(
                "average_precision",
                test.sumOfPrecisions().doubleValue() / test.counts().positives());
        Map<String, Object> segments = new LinkedHashMap<>();
        for (EvidenceStatistics.Attribute attribute : statistics.attributes()) {
            Map<String, Object> groups = new LinkedHashMap<>();
            attribute.groups().forEach(group -> groups.put(group.value(), figures(group.statistics())));
            segments.put(attribute.attribute(), groups);
        }
        figures.put("segments", segments);
        return figures;
    }

    private static Map<String, Object> figures(ScoreStatistics statistics) {
        ConfusionCounts counts = statistics.counts();
        return Map.of(
                "n", counts.total(),
                "tp", counts.truePositives(),
                "fp", counts.falsePositives(),
                "fn", counts.falseNegatives(),
                "tn", counts.trueNegatives(),
                "auc", DeLong.auc(statistics.placements()).value(),
                "brier", Calibration.brier(statistics.sums().sumOfSquaredErrors(), counts.total()));
    }

    /** Whoever scores high leaves more often; a segment tells nothing. */
    private static String select(long rows) {
        return "SELECT concat('S', lpad(CAST(i AS VARCHAR), 9, '0')) AS id,"
                + " CAST((hash(i) % 1000003) / 1000003.0 < 0.1 + 0.7 * (hash(i * 7) % 1000000007) / 1000000007.0 AS INTEGER) AS label,"
                + " (hash(i * 7) % 1000000007) / 1000000007.0 AS score,"
                + " 0.8 * (hash(i * 7) % 1000000007) / 1000000007.0 + 0.2 * (hash(i * 11) % 1000003) / 1000003.0 AS champion,"
                + segment("plan_type", 13, 4) + segment("age_band", 17, 5) + segment("region", 19, 6)
                + segment("tenure", 23, 5) + segment("channel", 29, 4) + segment("device", 31, 3)
                + " round(5 + (hash(i * 37) % 3000) / 100.0, 2) AS monthly_value FROM range(" + rows + ") t(i)";
    }

    private static String segment(String name, int factor, int groups) {
        return " concat('" + name + " ', hash(i * " + factor + ") % " + groups + ") AS " + name + ",";
    }
}
