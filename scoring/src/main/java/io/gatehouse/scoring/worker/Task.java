package io.gatehouse.scoring.worker;

import io.gatehouse.scoring.CustomerScore;
import io.gatehouse.scoring.EvidenceDescription;
import io.gatehouse.scoring.OutcomeDescription;
import io.gatehouse.scoring.OutcomeRow;
import io.gatehouse.scoring.ReductionLimits;
import io.gatehouse.scoring.ScoredBatchDescription;
import io.gatehouse.scoring.ScoredRow;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the portal asks of a worker, and what comes back besides the result. */
final class Task {

    private Task() {}

    /** Reduce a prediction table. */
    record Reduce(String table, EvidenceDescription description, double threshold, ReductionLimits limits) {}

    /** Read a scored population. */
    record ReadBatch(String table, ScoredBatchDescription description, ReductionLimits limits) {}

    /** Look into a model file. The files are paths by their place in the model folder. */
    record ReadModel(Map<String, String> files) {}

    /** Look into a model file and make scores with it again. */
    record Inspect(
            ReadModel model,
            String table,
            EvidenceDescription description,
            @Nullable String features,
            int rows,
            long seed,
            ReductionLimits limits) {}

    /** Rows of a population, on their way to the result. */
    record Rows(List<ScoredRow> flagged, List<CustomerScore> scored) {}

    /** Read what became of customers. */
    record ReadOutcomes(String table, OutcomeDescription description, ReductionLimits limits) {}

    /** Outcomes on their way to the result. */
    record Outcomes(List<OutcomeRow> rows) {}

    /**
     * The task was not done, by a fault that is not the file's.
     *
     * @param disk whether a file is missing or the disk failed
     * @param words for the log
     */
    record Fault(boolean disk, String words) {}
}
