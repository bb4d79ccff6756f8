package io.gatehouse.scoring;

import io.gatehouse.fairness.calibration.ScoreBand;
import io.gatehouse.fairness.discrimination.PairedPlacementSums;
import io.gatehouse.fairness.discrimination.PlacementSums;
import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.segments.ScoreHistogram;
import io.gatehouse.fairness.segments.SegmentCounts;
import io.gatehouse.fairness.value.BandValues;
import io.gatehouse.fairness.value.ChallengerValues;
import io.gatehouse.fairness.value.PairedDecisionCounts;
import io.gatehouse.fairness.value.PairedValueCells;
import io.gatehouse.fairness.value.ValueCells;
import io.gatehouse.fairness.value.ValueHistogram;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What reading a prediction table makes of it: counts and exact sums, nothing that depends on the order of the rows, the number of
 * threads or the engine.
 *
 * @param sha256 of the table's bytes, 64 lower-case hex digits
 * @param testSet what the ids and labels of the test split come to, whatever the scores beside them, 64 hex digits: two tables that share
 *     it were judged on the same rows; absent if the table carries no ids
 * @param columns of the table, in its order
 * @param rows in the file, all splits
 * @param threshold at which rows count as flagged (score ≥ threshold)
 * @param test the split that checks judge
 * @param validation the split that the gap is taken to; absent if the table holds no such rows
 * @param attributes one per declared segment column, in the order declared, over the test split
 * @param crossings one per two declared segment columns, over the test split
 * @param pairs the challenger beside the champion on the same test rows; absent if the table carries no baseline score
 * @param values what the rows of the test split are worth; absent if no value column is declared
 * @param rejections rows of the judged splits that were left out, by reason; reasons that did not occur are left out
 * @param weights the same rows by their sampling weights, while all that stands before counts every row once; absent if no weight column is
 *     declared
 */
public record EvidenceStatistics(
        String sha256,
        @Nullable String testSet,
        List<Column> columns,
        long rows,
        double threshold,
        Split test,
        @Nullable Split validation,
        List<Attribute> attributes,
        List<Crossing> crossings,
        @Nullable Pairs pairs,
        @Nullable Values values,
        List<Rejection> rejections,
        @Nullable WeightedStatistics weights) {

    public EvidenceStatistics {
        columns = List.copyOf(columns);
        attributes = List.copyOf(attributes);
        crossings = List.copyOf(crossings);
        rejections = List.copyOf(rejections);
    }

    /** The counts of every attribute's groups at the threshold, with their weights where there are any. */
    public List<SegmentCounts> segments() {
        return IntStream.range(0, attributes.size())
                .mapToObj(i -> new SegmentCounts(
                        attributes.get(i).attribute,
                        members(
                                attributes.get(i),
                                weights == null ? null : weights.attributes().get(i))))
                .toList();
    }

    private static List<SegmentCounts.Group> members(
            Attribute attribute, WeightedStatistics.@Nullable Groups weighted) {
        List<Group> groups = attribute.groups;
        return IntStream.range(0, groups.size())
                .mapToObj(i -> new SegmentCounts.Group(
                        groups.get(i).value,
                        groups.get(i).statistics.counts(),
                        weighted == null ? null : weighted.groups().get(i).counts()))
                .toList();
    }

    /** Rows of the judged splits that were left out, for whatever reason. */
    public long rejected() {
        return rejections.stream().mapToLong(Rejection::rows).sum();
    }

    /**
     * A column as the file declares it.
     *
     * @param name as written
     * @param type text, integer, decimal, float, double, boolean, date, timestamp, or the engine's own word for anything else; all
     *     columns of a CSV file are text
     */
    public record Column(String name, String type) {}

    /**
     * @param all of the split's rows
     * @param deciles ten bands by falling score, as even as the rows allow, ties by id
     * @param sumOfLogLosses Σ −ln(p) over positives and −ln(1−p) over negatives, p kept 2⁻⁵² away from 0 and 1, each row's term rounded to
     *     twelve places
     * @param sumOfPrecisions Σ over positives of the precision at a threshold of their own score, each term rounded to fifteen places:
     *     over the number of positives, it is the average precision
     */
    public record Split(
            ScoreStatistics all, List<ScoreBand> deciles, BigDecimal sumOfLogLosses, BigDecimal sumOfPrecisions) {
        public Split {
            deciles = List.copyOf(deciles);
        }

        /** Rows counted. */
        public long rows() {
            return all.counts().total();
        }

        /** At the threshold. */
        public ConfusionCounts counts() {
            return all.counts();
        }

        /** For AUC and its variance. */
        public PlacementSums placements() {
            return all.placements();
        }

        /** Σ(score − label)², exact, for Brier's score. */
        public BigDecimal sumOfSquaredErrors() {
            return all.sums().sumOfSquaredErrors();
        }

        /** Up to ten bands of scores, empty ones left out. */
        public List<ScoreBand> calibration() {
            return all.bands();
        }
    }

    /**
     * A segment column and its groups.
     *
     * @param attribute name of the column
     * @param groups in order of their value; rows without a value are the group {@link SegmentCounts#UNKNOWN}
     */
    public record Attribute(String attribute, List<Group> groups) {
        public Attribute {
            groups = List.copyOf(groups);
        }

        /** Rows of the test split without a value. */
        public long unknown() {
            return groups.stream()
                    .filter(group -> group.value.equals(SegmentCounts.UNKNOWN))
                    .mapToLong(group -> group.statistics.counts().total())
                    .sum();
        }
    }

    /**
     * @param value of the attribute, after the declared mapping
     * @param statistics of the group's rows
     */
    public record Group(String value, ScoreStatistics statistics) {}

    /**
     * Two segment columns crossed.
     *
     * @param first column, declared before the second
     * @param second column
     * @param combinations that could occur: the groups of the one times those of the other
     * @param leftOut whether these are too many to be told apart, so that none was counted
     * @param groups that do occur, in order of their values; empty if left out
     */
    public record Crossing(String first, String second, long combinations, boolean leftOut, List<CrossedGroup> groups) {
        public Crossing {
            groups = List.copyOf(groups);
        }
    }

    /**
     * @param first value of the first column
     * @param second value of the second
     * @param counts at the threshold
     * @param histogram of the scores, for other thresholds
     */
    public record CrossedGroup(String first, String second, ConfusionCounts counts, ScoreHistogram histogram) {}

    /**
     * @param rows of the test split that carry both scores
     * @param unpaired rows of the test split without the champion's score
     * @param placements of both scores
     * @param decisions of both at the threshold
     * @param championSegments the champion's own counts by segment on these rows, for the picture beside the challenger's
     * @param ofChampionsList the challenger's scores of the rows that the champion flags at the threshold
     * @param ofOthers the challenger's scores of the rows that the champion does not flag: both together tell what a change of the
     *     challenger's threshold alone would change against the champion
     */
    public record Pairs(
            long rows,
            long unpaired,
            PairedPlacementSums placements,
            PairedDecisionCounts decisions,
            List<SegmentCounts> championSegments,
            ScoreHistogram ofChampionsList,
            ScoreHistogram ofOthers) {
        public Pairs {
            championSegments = List.copyOf(championSegments);
        }
    }

    /**
     * What the rows are worth, in the unit of the value column, to six places.
     *
     * @param cells by label and by what the challenger does at the threshold
     * @param withoutValue rows of the test split whose value is missing, negative or above 10⁹; they are in no cell
     * @param paired of the rows that carry both scores and a value; absent if the table carries no baseline score
     * @param byScore by label and score, for other thresholds
     * @param pairedByScore of the rows that carry both scores and a value, by label and the challenger's score, apart by what the
     *     champion does at the threshold; absent if the table carries no baseline score
     * @param deciles of the rows of each of the split's deciles, in their order
     */
    public record Values(
            ValueCells cells,
            long withoutValue,
            @Nullable PairedValueCells paired,
            ValueHistogram byScore,
            @Nullable ChallengerValues pairedByScore,
            List<BandValues> deciles) {
        public Values {
            deciles = List.copyOf(deciles);
        }
    }

    /**
     * @param split that the rows belong to, test or validation
     * @param reason why they could not be counted; the first that applies
     * @param rows left out for it
     */
    public record Rejection(String split, Reason reason, long rows) {
        /** Why a row could not be counted. */
        public enum Reason {
            /** Its label is missing. */
            LABEL_MISSING,
            /** Its score is missing, or no number. */
            SCORE_NO_NUMBER,
            /** Its score is a number below 0 or above 1. */
            SCORE_OUTSIDE
        }
    }
}
