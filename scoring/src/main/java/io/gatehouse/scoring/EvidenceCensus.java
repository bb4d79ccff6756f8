package io.gatehouse.scoring;

import java.math.BigInteger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * How many rows a table holds of each split and label, and what its ids come to: all that is to know before rows are counted, from one
 * reading of four columns.
 *
 * @param buckets of scores
 * @param entries one per split, spelling of the label and bucket of the score
 */
record EvidenceCensus(ScoreBuckets buckets, List<Entry> entries) {

    EvidenceCensus {
        entries = List.copyOf(entries);
    }

    /**
     * @param split code of the split
     * @param label spelling, null if missing
     * @param bucket of the score, the last for scores outside 0..1
     * @param rows of this split, label and bucket
     * @param inRange of them, with a score in 0..1
     * @param numbers of them, with a score that is a number
     * @param ids of them, with an id
     * @param idSum Σ of the MD5 digests of their ids, each a number of 128 bits
     */
    record Entry(
            int split,
            @Nullable String label,
            int bucket,
            long rows,
            long inRange,
            long numbers,
            long ids,
            BigInteger idSum) {}

    static EvidenceCensus take(ConfinedDuckDb duckDb, boolean withIds, ScoreBuckets buckets) throws SQLException {
        String digest = withIds ? "md5_number(id)" : "CAST(NULL AS UHUGEINT)";
        return new EvidenceCensus(
                buckets,
                duckDb.list(
                        "SELECT split, label, bucket, count(*), count(*) FILTER (score BETWEEN 0 AND 1),"
                                + " count(*) FILTER (score IS NOT NULL AND NOT isnan(score)), count(id),"
                                + " coalesce(sum(CAST(digest >> 64 AS UBIGINT)), 0),"
                                + " coalesce(sum(CAST(digest & 18446744073709551615 AS UBIGINT)), 0)"
                                + " FROM (SELECT split, label, score, id, " + buckets.sql("score") + " AS bucket, "
                                + digest + " AS digest FROM evidence) GROUP BY ALL",
                        row -> new Entry(
                                row.getInt(1),
                                row.getString(2),
                                row.getInt(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6),
                                row.getLong(7),
                                new BigInteger(row.getString(8))
                                        .shiftLeft(Long.SIZE)
                                        .add(new BigInteger(row.getString(9))))));
    }

    long rows() {
        return sum(-1, Entry::rows);
    }

    long rowsWithoutId() {
        return sum(-1, entry -> entry.rows - entry.ids);
    }

    long rows(int split) {
        return sum(split, Entry::rows);
    }

    long labelled(int split) {
        return sum(split, entry -> entry.label == null ? 0 : entry.rows);
    }

    long scored(int split) {
        return sum(split, Entry::inRange);
    }

    /** Rows with a label and a score in 0..1. */
    long counted(int split) {
        return sum(split, entry -> entry.label == null ? 0 : entry.inRange);
    }

    /** Rows with a label and a score in 0..1, by bucket of the score. */
    int[] countedByBucket(int split) {
        int[] counts = new int[buckets.count()];
        for (Entry entry : entries) {
            if (entry.split == split && entry.label != null) {
                counts[entry.bucket] = Math.toIntExact(counts[entry.bucket] + entry.inRange);
            }
        }
        return counts;
    }

    private long sum(int split, ToLongFunction<Entry> count) {
        return entries.stream()
                .filter(entry -> split < 0 || entry.split == split)
                .mapToLong(count)
                .sum();
    }

    /** The spellings of the label in the judged splits, sorted, the first ten. */
    List<String> labels() {
        TreeSet<String> labels = new TreeSet<>();
        for (Entry entry : entries) {
            if (entry.label != null && entry.split <= EvidenceTable.TEST) {
                labels.add(entry.label);
            }
        }
        return labels.stream().limit(10).toList();
    }

    List<EvidenceStatistics.Rejection> rejections() {
        List<EvidenceStatistics.Rejection> rejections = new ArrayList<>();
        for (int split : new int[] {EvidenceTable.TEST, EvidenceTable.VALIDATION}) {
            String words = EvidenceTable.splitInWords(split);
            long unlabelled = rows(split) - labelled(split);
            long noNumber = sum(split, entry -> entry.label == null ? 0 : entry.rows - entry.numbers);
            long outside = sum(split, entry -> entry.label == null ? 0 : entry.numbers - entry.inRange);
            add(rejections, words, EvidenceStatistics.Rejection.Reason.LABEL_MISSING, unlabelled);
            add(rejections, words, EvidenceStatistics.Rejection.Reason.SCORE_NO_NUMBER, noNumber);
            add(rejections, words, EvidenceStatistics.Rejection.Reason.SCORE_OUTSIDE, outside);
        }
        return rejections;
    }

    private static void add(
            List<EvidenceStatistics.Rejection> rejections,
            String split,
            EvidenceStatistics.Rejection.Reason reason,
            long rows) {
        if (rows > 0) {
            rejections.add(new EvidenceStatistics.Rejection(split, reason, rows));
        }
    }

    /** The refusal if all test rows that can be counted carry one label. */
    @Nullable
    Refusal oneClass(List<String> positiveLabels) {
        long rows = counted(EvidenceTable.TEST);
        long positives = sum(
                EvidenceTable.TEST, entry -> positiveLabels.contains(String.valueOf(entry.label)) ? entry.inRange : 0);
        if (positives > 0 && positives < rows) {
            return null;
        }
        String label = entries.stream()
                .filter(entry -> entry.split == EvidenceTable.TEST && entry.inRange > 0)
                .map(Entry::label)
                .filter(Objects::nonNull)
                .sorted()
                .findFirst()
                .orElse("");
        return Refusal.of(RefusalCode.ONE_CLASS, "rows", rows, "label", label);
    }

    /** SHA-256 over the number of test rows and, per label, the sum of the digests of their ids: rows in any order give the same. */
    String testSet(List<String> positiveLabels) {
        BigInteger positive = BigInteger.ZERO;
        BigInteger negative = BigInteger.ZERO;
        BigInteger unlabelled = BigInteger.ZERO;
        for (Entry entry : entries) {
            if (entry.split == EvidenceTable.TEST) {
                boolean isPositive = entry.label != null && positiveLabels.contains(entry.label);
                positive = isPositive ? positive.add(entry.idSum) : positive;
                negative = entry.label != null && !isPositive ? negative.add(entry.idSum) : negative;
                unlabelled = entry.label == null ? unlabelled.add(entry.idSum) : unlabelled;
            }
        }
        return TestSet.fingerprint(rows(EvidenceTable.TEST), positive, negative, unlabelled);
    }
}
