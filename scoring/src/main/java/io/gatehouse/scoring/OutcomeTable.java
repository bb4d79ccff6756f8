package io.gatehouse.scoring;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Outcomes, read once from the file into memory: {@code place} of the row below the header, {@code id}, {@code said} in lower case,
 * {@code day} and {@code day_said}.
 */
final class OutcomeTable {

    private final ConfinedDuckDb duckDb;
    private final TableFile file;
    private final OutcomeDescription description;
    private final TableColumns columns;

    OutcomeTable(ConfinedDuckDb duckDb, TableFile file, OutcomeDescription description, TableColumns columns) {
        this.duckDb = duckDb;
        this.file = file;
        this.description = description;
        this.columns = columns;
    }

    OutcomeDescription description() {
        return description;
    }

    String sha256() {
        return file.sha256();
    }

    /** The column of days as it is called; empty if there is none. */
    String dayColumn() {
        String day = description.dayColumn(columns);
        return day == null ? "" : day;
    }

    @Nullable
    Refusal missingColumn() throws SQLException {
        return Check.firstOf(
                () -> columns.missing(description.idColumn(), "the customer's id", "id"),
                () -> columns.missing(description.outcomeColumn(), "the outcome", "outcome"),
                () -> columns.missing(description.observedOn(), "the day of the outcome", "observed_on"));
    }

    void load() throws SQLException {
        String day = description.dayColumn(columns);
        String said = day == null ? "CAST(NULL AS VARCHAR)" : Sql.trimmed(day);
        duckDb.execute("CREATE TEMP TABLE outcomes AS SELECT place, id, said, day_said,"
                + " coalesce(TRY_CAST(day_said AS DATE), CAST(TRY_CAST(day_said AS TIMESTAMP) AS DATE)) AS day FROM ("
                + "SELECT row_number() OVER () AS place, " + Sql.trimmed(description.idColumn()) + " AS id, lower("
                + Sql.trimmed(description.outcomeColumn()) + ") AS said, " + said + " AS day_said FROM "
                + file.relation() + ")");
    }

    /**
     * What is wrong if a customer has two rows that say different things; null if none has.
     *
     * @param people as SQL: {@code id, has_left, day}, each combination once
     */
    @Nullable
    Refusal contradiction(String people) throws SQLException {
        String twice = "SELECT id FROM (" + people + ") GROUP BY id HAVING count(*) > 1";
        long ids = duckDb.one("SELECT count(*) FROM (" + twice + ")", row -> row.getLong(1));
        return ids == 0
                ? null
                : duckDb.one(
                        "SELECT min(place), max(place) FROM outcomes WHERE id = (SELECT min(id) FROM (" + twice + "))",
                        row -> Refusal.of(
                                RefusalCode.OUTCOMES_CONTRADICT,
                                "ids",
                                ids,
                                "column",
                                description.idColumn(),
                                "row",
                                row.getLong(1),
                                "other",
                                row.getLong(2)));
    }
}
