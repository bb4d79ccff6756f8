package io.gatehouse.scoring;

import io.gatehouse.fairness.calibration.ScoreBand;
import io.gatehouse.fairness.discrimination.PairedPlacementSums;
import io.gatehouse.fairness.discrimination.PlacementSums;
import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.segments.SegmentCounts;
import io.gatehouse.fairness.value.PairedDecisionCounts;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one scan makes of a prediction table: counts and exact sums, nothing that depends on the order of the rows or on the engine.
 *
 * @param sha256 of the table's bytes, 64 lower-case hex digits
 * @param rows in the file, all splits
 * @param threshold at which rows count as flagged (score ≥ threshold)
 * @param test the split that checks judge
 * @param validation the split that the gap is taken to; absent if the table holds no such rows
 * @param segments one entry per declared segment column, counted over the test split at the threshold
 * @param pairs the challenger beside the champion on the same test rows; absent if the table carries no baseline score
 * @param rejected rows left out because their score is not a number in 0..1, or their label is missing
 */
public record EvidenceStatistics(
        String sha256,
        long rows,
        double threshold,
        Split test,
        @Nullable Split validation,
        List<SegmentCounts> segments,
        @Nullable Pairs pairs,
        long rejected) {

    public EvidenceStatistics {
        segments = List.copyOf(segments);
    }

    /**
     * @param rows counted
     * @param counts at the threshold
     * @param placements for AUC and its variance
     * @param sumOfSquaredErrors Σ(score − label)², exact, for Brier's score
     * @param deciles ten bands by falling score, as even as the rows allow, ties by id
     * @param calibration up to ten bands [k/10, (k+1)/10), the last closed; empty ones left out
     */
    public record Split(
            long rows,
            ConfusionCounts counts,
            PlacementSums placements,
            BigDecimal sumOfSquaredErrors,
            List<ScoreBand> deciles,
            List<ScoreBand> calibration) {
        public Split {
            deciles = List.copyOf(deciles);
            calibration = List.copyOf(calibration);
        }
    }

    /**
     * @param rows of the test split that carry both scores
     * @param unpaired rows of the test split without the champion's score
     * @param placements of both scores
     * @param decisions of both at the threshold
     * @param championSegments the champion's own counts by segment on these rows, for the picture beside the challenger's
     */
    public record Pairs(
            long rows,
            long unpaired,
            PairedPlacementSums placements,
            PairedDecisionCounts decisions,
            List<SegmentCounts> championSegments) {
        public Pairs {
            championSegments = List.copyOf(championSegments);
        }
    }
}
