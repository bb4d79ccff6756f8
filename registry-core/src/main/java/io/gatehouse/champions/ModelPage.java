package io.gatehouse.champions;

import io.gatehouse.checks.CheckName;
import io.gatehouse.checks.CheckResult;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.promotion.PromotionRow;
import io.gatehouse.sentences.Sentence;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One model: what it is for, who was champion when, and all of its versions.
 *
 * @param model name
 * @param description Markdown, as the data scientists wrote it; may be empty
 * @param champion as the home screen shows it
 * @param results of the checks that the figures of the champion come from, in the order of the evaluation; empty if it was never judged
 * @param tenures newest first
 * @param versions newest first
 * @param requests newest first
 */
public record ModelPage(
        String model,
        String description,
        ChampionSummary champion,
        List<Result> results,
        List<Tenure> tenures,
        List<VersionRow> versions,
        List<PromotionRow> requests) {

    public ModelPage {
        results = List.copyOf(results);
        tenures = List.copyOf(tenures);
        versions = List.copyOf(versions);
        requests = List.copyOf(requests);
    }

    /**
     * Whether the champion meets what its policy asks for.
     *
     * @param sentence the answer to the question of the check, in plain words
     */
    public record Result(CheckName check, Verdict verdict, Sentence sentence) {
        static Result of(CheckResult check) {
            return new Result(check.check(), check.verdict(), check.sentence());
        }
    }

    /**
     * @param version number
     * @param aliases that point to it
     * @param createdAt when registered
     * @param createdBy display name of the trainer
     * @param runId 32 hex digits; absent if it names none
     * @param runName of that run
     * @param experimentId of that run
     * @param loggedTestAuc as the run logged it; absent if not
     * @param belowFloor whether that is below the floor of the policy, so that it cannot be promoted
     * @param latestRequest number of its newest promotion request
     * @param latestState of that request
     */
    public record VersionRow(
            int version,
            List<String> aliases,
            Instant createdAt,
            String createdBy,
            @Nullable String runId,
            @Nullable String runName,
            @Nullable String experimentId,
            @Nullable Double loggedTestAuc,
            boolean belowFloor,
            @Nullable Long latestRequest,
            @Nullable String latestState) {}
}
