package io.gatehouse.scoring;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What must hold of a table of outcomes, row by row. Rows are named by their place, never quoted: they hold personal data. */
final class OutcomeChecks {

    /** Days before this come from a misread year, not from a subscription. */
    private static final String EARLIEST = "DATE '1970-01-01'";

    private final ConfinedDuckDb duckDb;
    private final OutcomeTable table;

    OutcomeChecks(ConfinedDuckDb duckDb, OutcomeTable table) {
        this.duckDb = duckDb;
        this.table = table;
    }

    /** Rows that break a rule. */
    private record Offenders(long rows, long of, long first) {}

    @Nullable
    Refusal refusal() throws SQLException {
        OutcomeDescription description = table.description();
        String today = "DATE '" + description.today() + "'";
        return Check.firstOf(
                () -> rowsWhere("true").rows == 0 ? Refusal.of(RefusalCode.OUTCOMES_EMPTY) : null,
                () -> refuse(RefusalCode.OUTCOME_ID_MISSING, "id IS NULL", description.idColumn()),
                () -> refuse(RefusalCode.OUTCOME_ID_UNFIT, Sql.UNFIT_ID, description.idColumn()),
                () -> refuse(RefusalCode.OUTCOME_MISSING, "said IS NULL", description.outcomeColumn()),
                () -> refuse(
                        RefusalCode.OUTCOME_DAY_INVALID,
                        "day_said IS NOT NULL AND (day IS NULL OR NOT isfinite(day) OR day < " + EARLIEST + ")",
                        table.dayColumn()),
                () -> refuse(RefusalCode.OUTCOME_DAY_AHEAD, "day > " + today, table.dayColumn()));
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
                        "row",
                        offenders.first,
                        "today",
                        table.description().today());
    }

    private Offenders rowsWhere(String rule) throws SQLException {
        return duckDb.one(
                "SELECT count(*) FILTER (" + rule + "), count(*), coalesce(min(place) FILTER (" + rule
                        + "), 0) FROM outcomes",
                row -> new Offenders(row.getLong(1), row.getLong(2), row.getLong(3)));
    }
}
