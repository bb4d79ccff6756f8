package io.gatehouse.checks;

import io.gatehouse.fairness.value.ValueRule;
import io.gatehouse.policy.PolicyDocument;
import io.gatehouse.policy.ValueAssumptions;
import io.gatehouse.scoring.EvidenceStatistics;
import io.gatehouse.sentences.Sentence;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that checks look at. They see nothing else, so that the same input gives the same result on any day.
 *
 * @param policy that asks
 * @param assumptions to count money with
 * @param statistics of the evidence
 * @param baseline what the challenger is compared with
 * @param references predefined reference group by attribute; others are compared with their largest group
 * @param record what the run that trained the version left
 * @param origin whether the evidence comes from the version's own model file
 * @param testSet how often the test rows were judged before; absent if nobody counted, as outside a registry, or the evidence names no
 *     ids to know them again by
 */
public record Judged(
        PolicyDocument policy,
        ValueAssumptions assumptions,
        EvidenceStatistics statistics,
        Baseline baseline,
        Map<String, String> references,
        TrainingRecord record,
        List<Finding> origin,
        @Nullable TestSetUse testSet) {

    /** How value and AUC are held against the champion's: one rule of the policy, for both checks that ask. */
    ValueRule valueRule() {
        return new ValueRule(
                1 - policy.value().alpha(),
                policy.value().margin(),
                policy.performance().nonInferiority(),
                ValueRule.withDefaults().minRows());
    }

    /** What the challenger is compared with on the same rows. */
    public sealed interface Baseline {
        /** No version was in use. */
        record Nobody() implements Baseline {}

        /** The evidence carries the champion's scores. */
        record Champion(int version, EvidenceStatistics.Pairs pairs) implements Baseline {}

        /** There is a champion, but the evidence does not say how it does; the sentence says what to do. */
        record Unusable(Sentence sentence) implements Baseline {}
    }

    /**
     * @param params as logged
     * @param metrics the latest of each key
     * @param tags as set
     * @param datasets digests by name, as the run logged them
     * @param artifacts paths at the root of the run, folders included
     * @param modelFiles how many files the version's model folder holds
     */
    public record TrainingRecord(
            Map<String, String> params,
            Map<String, Double> metrics,
            Map<String, String> tags,
            Map<String, String> datasets,
            List<String> artifacts,
            int modelFiles) {

        /** Of evidence that is judged without a run. */
        public static final TrainingRecord NONE =
                new TrainingRecord(Map.of(), Map.of(), Map.of(), Map.of(), List.of(), 0);

        /** The first of some keys that is there. */
        static @Nullable String first(Map<String, String> entries, String... keys) {
            for (String key : keys) {
                String value = entries.get(key);
                if (value != null && !value.isBlank()) {
                    return value;
                }
            }
            return null;
        }
    }
}
