package io.gatehouse.scoring;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What must hold of evidence before it is counted. */
final class EvidenceChecks {

    private final ConfinedDuckDb duckDb;
    private final EvidenceTable table;
    private final EvidenceDescription description;

    EvidenceChecks(ConfinedDuckDb duckDb, EvidenceTable table, EvidenceDescription description) {
        this.duckDb = duckDb;
        this.table = table;
        this.description = description;
    }

    /** @param code {@link EvidenceTable#TEST} or {@link EvidenceTable#VALIDATION} */
    record SplitRows(int code, long rows, long scores, long labels) {
        String inWords() {
            return code == EvidenceTable.TEST ? "test" : "validation";
        }
    }

    /** What is wrong before a row was read. */
    static @Nullable Refusal ofDescription(EvidenceDescription description) {
        Instant due = description.labelsDueAt();
        Instant complete = description.labelsCompleteAt();
        if (due != null && complete != null && complete.isBefore(due)) {
            return Refusal.of(
                    RefusalCode.LABEL_NOT_MATURE,
                    "snapshot",
                    String.valueOf(description.snapshotAt()),
                    "days",
                    String.valueOf(description.labelWindowDays()),
                    "due",
                    due,
                    "complete",
                    complete);
        }
        String weight = description.weight();
        return weight == null ? null : Refusal.of(RefusalCode.WEIGHTS_UNSUPPORTED, "column", weight);
    }

    /** What is wrong with the rows that were loaded. */
    @Nullable
    Refusal ofRows() throws SQLException {
        return Check.firstOf(
                this::noTestRows, this::idMissing, this::idTwice, this::labelsMissing, this::scoresInvalid);
    }

    List<SplitRows> judgedSplits() throws SQLException {
        return duckDb.list(
                "SELECT split, count(*), count(score), count(label) FROM evidence WHERE split IN (" + EvidenceTable.TEST
                        + ", " + EvidenceTable.VALIDATION + ") GROUP BY split ORDER BY split DESC",
                row -> new SplitRows(row.getInt(1), row.getLong(2), row.getLong(3), row.getLong(4)));
    }

    private @Nullable Refusal noTestRows() throws SQLException {
        if (judgedSplits().stream().anyMatch(split -> split.code == EvidenceTable.TEST)) {
            return null;
        }
        String split = description.split();
        List<String> found = split == null ? List.of() : table.splitsFound(split);
        return Refusal.of(
                RefusalCode.NO_TEST_ROWS,
                "column",
                split == null ? description.score() : split,
                "present",
                found.isEmpty() ? "no rows at all" : String.join(", ", found));
    }

    private @Nullable Refusal idMissing() throws SQLException {
        String id = description.id();
        if (id == null) {
            return null;
        }
        long rows = duckDb.one("SELECT count(*) FROM evidence WHERE id IS NULL", row -> row.getLong(1));
        return rows == 0 ? null : Refusal.of(RefusalCode.ID_MISSING, "column", id, "rows", rows);
    }

    private record Repeated(
            long ids,
            @Nullable String example,
            long acrossSplits,
            @Nullable String exampleAcross) {}

    /** Rows of every split count, those of a training split too: nobody may be in two. */
    private @Nullable Refusal idTwice() throws SQLException {
        String id = description.id();
        if (id == null) {
            return null;
        }
        Repeated repeated = duckDb.one(
                "SELECT count(*), min(id), count(*) FILTER (splits > 1), min(id) FILTER (splits > 1) FROM ("
                        + "SELECT id, count(DISTINCT split) AS splits FROM evidence WHERE hash(id) IN ("
                        + "SELECT hash(id) FROM evidence GROUP BY hash(id) HAVING count(*) > 1)"
                        + " GROUP BY id HAVING count(*) > 1)",
                row -> new Repeated(row.getLong(1), row.getString(2), row.getLong(3), row.getString(4)));
        if (repeated.exampleAcross != null) {
            return Refusal.of(
                    RefusalCode.LEAKAGE, "column", id, "ids", repeated.acrossSplits, "example", repeated.exampleAcross);
        }
        return repeated.example == null
                ? null
                : Refusal.of(RefusalCode.DUPLICATE_IDS, "column", id, "ids", repeated.ids, "example", repeated.example);
    }

    private @Nullable Refusal labelsMissing() throws SQLException {
        for (SplitRows split : judgedSplits()) {
            if (tooMany(split.rows - split.labels, split.rows)) {
                return Refusal.of(
                        RefusalCode.LABEL_MISSING,
                        "column",
                        description.label(),
                        "rows",
                        split.rows - split.labels,
                        "of",
                        split.rows,
                        "split",
                        split.inWords(),
                        "limit",
                        ReductionLimits.REJECTED_SHARE_IN_WORDS);
            }
        }
        return null;
    }

    private @Nullable Refusal scoresInvalid() throws SQLException {
        for (SplitRows split : judgedSplits()) {
            if (tooMany(split.rows - split.scores, split.rows)) {
                return Refusal.of(
                        RefusalCode.SCORES_INVALID,
                        "column",
                        description.score(),
                        "rows",
                        split.rows - split.scores,
                        "of",
                        split.rows,
                        "split",
                        split.inWords(),
                        "limit",
                        ReductionLimits.REJECTED_SHARE_IN_WORDS,
                        "example",
                        table.scoreOutside());
            }
        }
        return null;
    }

    private static boolean tooMany(long rejected, long rows) {
        return rejected > ReductionLimits.REJECTED_SHARE * rows;
    }

    /** Which spellings of the label are positive, or why that cannot be said. */
    Labels.Resolution labels() throws SQLException {
        List<String> found = duckDb.list(
                "SELECT DISTINCT label FROM evidence WHERE split IN (" + EvidenceTable.TEST + ", "
                        + EvidenceTable.VALIDATION + ") AND label IS NOT NULL ORDER BY label LIMIT 10",
                row -> row.getString(1));
        return new Labels(description.label(), found).resolve(description.positiveLabel());
    }
}
