package io.gatehouse.lineage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is on record of some versions, their runs and what became of them. Versions are named by model and number.
 *
 * @param taken files that were taken away, such as {@code risk-list/5} for its workbook and {@code evaluation/<id>} for its evidence
 */
record Facts(
        List<RunFact> runs,
        List<DatasetFact> datasets,
        List<VersionFact> versions,
        List<EvidenceFact> evidence,
        List<RequestFact> requests,
        List<TenureFact> tenures,
        List<RiskListFact> riskLists,
        Map<String, Taken> taken) {

    Facts {
        runs = List.copyOf(runs);
        datasets = List.copyOf(datasets);
        versions = List.copyOf(versions);
        evidence = List.copyOf(evidence);
        requests = List.copyOf(requests);
        tenures = List.copyOf(tenures);
        riskLists = List.copyOf(riskLists);
        taken = Map.copyOf(taken);
    }

    /** @param dataHash as its tag says; absent if it logged none @param dataVersion likewise */
    record RunFact(
            String id,
            String name,
            Instant startedAt,
            @Nullable String dataHash,
            @Nullable String dataVersion) {}

    /** A dataset that a run logged as its input, with MLflow's digest of it. @param run its id */
    record DatasetFact(String run, String name, String digest) {}

    record VersionFact(
            UUID modelId,
            String model,
            int version,
            @Nullable String runId,
            Instant createdAt) {}

    /** @param evaluation that read it @param sha256 of its bytes */
    record EvidenceFact(UUID modelId, int version, UUID evaluation, long number, String sha256, Instant at) {}

    /** @param evaluation that it rests on; absent until there is one */
    record RequestFact(
            UUID modelId,
            int version,
            UUID id,
            long number,
            String state,
            Instant at,
            @Nullable UUID evaluation) {}

    record TenureFact(
            UUID modelId,
            int version,
            UUID id,
            UUID request,
            Instant from,
            @Nullable Instant to) {
        boolean covers(Instant moment) {
            return !from.isAfter(moment) && (to == null || to.isAfter(moment));
        }
    }

    /** @param fileSha256 of the scored population that it was made of @param scored rows of that */
    record RiskListFact(
            UUID modelId,
            int version,
            long number,
            LocalDate asOf,
            String population,
            String fileSha256,
            long scored,
            long listed,
            Instant postedAt) {}

    /** How often a file was taken away, by the name that the audit log has for what it is of; who did is not told here. */
    record Taken(long times, Instant last) {}
}
