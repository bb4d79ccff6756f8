package io.gatehouse.scoring;

import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What must hold of a scored population before a list is made of it. */
final class ScoredBatchChecks {

    /** Shapley values add up to the margin within this share of it, in float32. */
    private static final String RELATIVE_TOLERANCE = "1e-4 * greatest(1, abs(margin))";

    /** Two units in the last place of a float32 score, seen through the logit, whose slope is 1/(p(1 − p)). */
    private static final String ROUNDING_OF_SCORE = "2.4e-7 / (1 - score)";

    /** A score of exactly 0 or 1 has no logit; float32 rounds to them only beyond this margin. */
    private static final String SATURATED_MARGIN = "15";

    private final ConfinedDuckDb duckDb;
    private final ScoredBatchDescription description;
    private final ScoredBatchTable table;
    private final ReductionLimits limits;

    ScoredBatchChecks(
            ConfinedDuckDb duckDb, ScoredBatchDescription description, ScoredBatchTable table, ReductionLimits limits) {
        this.duckDb = duckDb;
        this.description = description;
        this.table = table;
        this.limits = limits;
    }

    /** Rows that break a rule. */
    private record Offenders(long rows, long of, String example) {}

    @Nullable
    Refusal refusal() throws SQLException {
        return Check.firstOf(
                this::empty,
                this::idMissing,
                this::idUnfit,
                this::idTwice,
                this::scoresInvalid,
                this::valueInvalid,
                this::explanationInvalid,
                this::explanationMismatch,
                this::tooManyGroups);
    }

    private @Nullable Refusal empty() throws SQLException {
        return rowsWhere("true").rows == 0 ? Refusal.of(RefusalCode.BATCH_EMPTY) : null;
    }

    private @Nullable Refusal idMissing() throws SQLException {
        long rows = rowsWhere("id IS NULL").rows;
        return rows == 0 ? null : Refusal.of(RefusalCode.ID_MISSING, "column", description.idColumn(), "rows", rows);
    }

    private @Nullable Refusal idUnfit() throws SQLException {
        long rows = rowsWhere(Sql.UNFIT_ID).rows;
        return rows == 0 ? null : Refusal.of(RefusalCode.ID_UNFIT, "column", description.idColumn(), "rows", rows);
    }

    private @Nullable Refusal idTwice() throws SQLException {
        Offenders repeated = duckDb.one(
                "SELECT count(*), coalesce(sum(members), 0), coalesce(min(id), '') FROM"
                        + " (SELECT id, count(*) AS members FROM batch GROUP BY id HAVING count(*) > 1)",
                row -> new Offenders(row.getLong(1), row.getLong(2), row.getString(3)));
        return repeated.rows == 0
                ? null
                : Refusal.of(
                        RefusalCode.DUPLICATE_IDS,
                        "column",
                        description.idColumn(),
                        "ids",
                        repeated.rows,
                        "example",
                        repeated.example);
    }

    private @Nullable Refusal scoresInvalid() throws SQLException {
        return refuse(RefusalCode.BATCH_SCORES_INVALID, "score IS NULL", description.scoreColumn());
    }

    private @Nullable Refusal valueInvalid() throws SQLException {
        String value = table.valueColumn();
        return value == null
                ? null
                : refuse(RefusalCode.VALUE_INVALID, "value_given AND (value IS NULL OR value < 0)", value);
    }

    private @Nullable Refusal explanationInvalid() throws SQLException {
        return refuse(RefusalCode.EXPLANATION_INVALID, "margin IS NULL OR NOT isfinite(margin)", "");
    }

    private @Nullable Refusal refuse(RefusalCode code, String rule, String column) throws SQLException {
        Offenders offenders = rowsWhere(rule);
        return offenders.rows == 0
                ? null
                : Refusal.of(
                        code,
                        "column",
                        column,
                        "rows",
                        offenders.rows,
                        "of",
                        offenders.of,
                        "example",
                        offenders.example);
    }

    private @Nullable Refusal explanationMismatch() throws SQLException {
        String breach = "CASE WHEN score = 0 THEN margin > -" + SATURATED_MARGIN + " WHEN score = 1 THEN margin < "
                + SATURATED_MARGIN + " ELSE abs(margin - ln(score / (1 - score))) > " + RELATIVE_TOLERANCE + " + "
                + ROUNDING_OF_SCORE + " END";
        Offenders offenders = rowsWhere(breach);
        if (offenders.rows == 0) {
            return null;
        }
        return duckDb.one(
                "SELECT margin, CASE WHEN score IN (0, 1) THEN score ELSE ln(score / (1 - score)) END FROM batch"
                        + " WHERE id = " + Sql.literal(offenders.example),
                row -> Refusal.of(
                        RefusalCode.EXPLANATION_MISMATCH,
                        "rows",
                        offenders.rows,
                        "of",
                        offenders.of,
                        "example",
                        offenders.example,
                        "sum",
                        fourDecimals(row.getDouble(1)),
                        "margin",
                        fourDecimals(row.getDouble(2))));
    }

    private @Nullable Refusal tooManyGroups() throws SQLException {
        for (int i = 0; i < description.segments().size(); i++) {
            long groups = duckDb.one(
                    "SELECT count(DISTINCT " + EvidenceTable.segmentColumn(i) + ") FROM batch", row -> row.getLong(1));
            if (groups > limits.groups()) {
                return Refusal.of(
                        RefusalCode.TOO_MANY_GROUPS,
                        "column",
                        description.segments().get(i),
                        "groups",
                        groups,
                        "limit",
                        limits.groups());
            }
        }
        return null;
    }

    private Offenders rowsWhere(String rule) throws SQLException {
        return duckDb.one(
                "SELECT count(*) FILTER (" + rule + "), count(*), coalesce(min(id) FILTER (" + rule
                        + "), '') FROM batch",
                row -> new Offenders(row.getLong(1), row.getLong(2), row.getString(3)));
    }

    private static String fourDecimals(double number) {
        return String.format(Locale.ROOT, "%.4f", number);
    }
}
