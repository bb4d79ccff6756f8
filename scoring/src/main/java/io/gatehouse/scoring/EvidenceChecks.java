package io.gatehouse.scoring;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What must hold of evidence before it is counted. */
final class EvidenceChecks {

    private static final Pattern DECIMAL_COMMA = Pattern.compile("\\s*[+-]?\\d+,\\d+\\s*");
    private static final List<Integer> JUDGED = List.of(EvidenceTable.TEST, EvidenceTable.VALIDATION);

    private final ConfinedDuckDb duckDb;
    private final EvidenceTable table;
    private final EvidenceDescription description;
    private final EvidenceCensus census;

    EvidenceChecks(ConfinedDuckDb duckDb, EvidenceTable table, EvidenceDescription description, EvidenceCensus census) {
        this.duckDb = duckDb;
        this.table = table;
        this.description = description;
        this.census = census;
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
        return null;
    }

    /** What is wrong with the rows that were loaded. */
    @Nullable
    Refusal ofRows() throws SQLException {
        return Check.firstOf(
                this::noTestRows,
                this::idMissing,
                this::idTwice,
                this::labelsMissing,
                this::scoresInvalid,
                this::weightsInvalid);
    }

    private @Nullable Refusal noTestRows() throws SQLException {
        if (census.rows(EvidenceTable.TEST) > 0) {
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

    private @Nullable Refusal idMissing() {
        String id = description.id();
        return id == null || census.rowsWithoutId() == 0
                ? null
                : Refusal.of(RefusalCode.ID_MISSING, "column", id, "rows", census.rowsWithoutId());
    }

    private @Nullable Refusal idTwice() throws SQLException {
        String id = description.id();
        return id == null ? null : new RepeatedIds(duckDb, id).refusal(Math.toIntExact(census.rows()));
    }

    private @Nullable Refusal labelsMissing() {
        for (int split : JUDGED) {
            long rows = census.rows(split);
            long missing = rows - census.labelled(split);
            if (tooMany(missing, rows)) {
                return Refusal.of(
                        RefusalCode.LABEL_MISSING,
                        "column",
                        description.label(),
                        "rows",
                        missing,
                        "of",
                        rows,
                        "split",
                        EvidenceTable.splitInWords(split),
                        "limit",
                        ReductionLimits.REJECTED_SHARE_IN_WORDS);
            }
        }
        return null;
    }

    private @Nullable Refusal scoresInvalid() throws SQLException {
        for (int split : JUDGED) {
            long rows = census.rows(split);
            long invalid = rows - census.scored(split);
            if (tooMany(invalid, rows)) {
                return scoresInvalid(split, invalid, table.scoreOutside());
            }
        }
        return null;
    }

    private @Nullable Refusal weightsInvalid() throws SQLException {
        String weight = description.weight();
        return weight == null ? null : new WeightChecks(duckDb, table, weight).refusal();
    }

    private Refusal scoresInvalid(int split, long invalid, String example) {
        if (DECIMAL_COMMA.matcher(example).matches()) {
            return Refusal.of(RefusalCode.DECIMAL_COMMA, "column", description.score(), "example", example);
        }
        return Refusal.of(
                RefusalCode.SCORES_INVALID,
                "column",
                description.score(),
                "rows",
                invalid,
                "of",
                census.rows(split),
                "split",
                EvidenceTable.splitInWords(split),
                "limit",
                ReductionLimits.REJECTED_SHARE_IN_WORDS,
                "example",
                example);
    }

    /** What is wrong with the values of the rows that were counted. */
    @Nullable
    Refusal ofValues(EvidenceStatistics.@Nullable Values values) {
        String column = description.value();
        long rows = census.counted(EvidenceTable.TEST);
        return column == null || values == null || !tooMany(values.withoutValue(), rows)
                ? null
                : Refusal.of(
                        RefusalCode.VALUES_MISSING,
                        "column",
                        column,
                        "rows",
                        values.withoutValue(),
                        "of",
                        rows,
                        "limit",
                        ReductionLimits.REJECTED_SHARE_IN_WORDS);
    }

    private static boolean tooMany(long rejected, long rows) {
        return rejected > ReductionLimits.REJECTED_SHARE * rows;
    }

    /** Which spellings of the label are positive, or why that cannot be said. */
    Labels.Resolution labels() {
        return new Labels(description.label(), census.labels()).resolve(description.positiveLabel());
    }
}
