package io.gatehouse.champions;

import io.gatehouse.promotion.PromotionRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One model: what it is for, who was champion when, and all of its versions.
 *
 * @param model name
 * @param description Markdown, as the data scientists wrote it; may be empty
 * @param champion as the home screen shows it
 * @param tenures newest first
 * @param versions newest first
 * @param requests newest first
 */
public record ModelPage(
        String model,
        String description,
        ChampionSummary champion,
        List<Tenure> tenures,
        List<VersionRow> versions,
        List<PromotionRow> requests) {

    public ModelPage {
        tenures = List.copyOf(tenures);
        versions = List.copyOf(versions);
        requests = List.copyOf(requests);
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
