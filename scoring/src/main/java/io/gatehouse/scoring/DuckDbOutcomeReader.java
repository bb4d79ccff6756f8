package io.gatehouse.scoring;

import io.gatehouse.scoring.OutcomeResult.Accepted;
import io.gatehouse.scoring.OutcomeResult.Refused;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/** Reads a table of outcomes with a DuckDB in this process, confined to the one file. */
public final class DuckDbOutcomeReader implements OutcomeReader {

    private final ReductionLimits limits;

    public DuckDbOutcomeReader(ReductionLimits limits) {
        this.limits = limits;
    }

    @Override
    public OutcomeResult read(Path table, OutcomeDescription description, Consumer<OutcomeRow> rows) {
        return switch (TableFile.inspect(table, limits)) {
            case TableFile.Rejected(Refusal refusal) -> new Refused(refusal);
            case TableFile.Recognised(TableFile file) -> read(file, description, rows);
        };
    }

    private OutcomeResult read(TableFile file, OutcomeDescription description, Consumer<OutcomeRow> rows) {
        try (ConfinedDuckDb duckDb = ConfinedDuckDb.open(file.path(), limits)) {
            TableLoader loader = new TableLoader(duckDb, file, limits);
            return switch (loader.columns()) {
                case TableLoader.Unreadable(Refusal refusal) -> new Refused(refusal);
                case TableLoader.Found(TableColumns columns) ->
                    read(duckDb, loader, new OutcomeTable(duckDb, file, description, columns), rows);
            };
        } catch (SQLException fault) {
            Refusal exceeded = EngineFaults.limitExceeded(fault, limits);
            if (exceeded == null) {
                throw new IllegalStateException("Looking through outcomes that were read failed", fault);
            }
            return new Refused(exceeded);
        }
    }

    private OutcomeResult read(ConfinedDuckDb duckDb, TableLoader loader, OutcomeTable table, Consumer<OutcomeRow> rows)
            throws SQLException {
        Refusal refusal = Check.firstOf(
                table::missingColumn,
                () -> loader.load(table::load),
                () -> loader.overRowLimit("outcomes"),
                new OutcomeChecks(duckDb, table)::refusal);
        if (refusal != null) {
            return new Refused(refusal);
        }
        return switch (OutcomeLabels.of(duckDb, table).meaning()) {
            case OutcomeLabels.Unknown(Refusal unknown) -> new Refused(unknown);
            case OutcomeLabels.Known(List<String> leaving) -> accept(duckDb, table, leaving, rows);
        };
    }

    private static OutcomeResult accept(
            ConfinedDuckDb duckDb, OutcomeTable table, List<String> leaving, Consumer<OutcomeRow> rows)
            throws SQLException {
        String left = leaving.isEmpty() ? "false" : "said IN (" + Sql.literals(leaving) + ")";
        // The same person once: 1 and 1.0 are one word, and rows that say the same twice are one row.
        String people = "SELECT id, " + left + " AS has_left, day FROM outcomes GROUP BY ALL";
        Refusal contradiction = table.contradiction(people);
        if (contradiction != null) {
            return new Refused(contradiction);
        }
        long count = duckDb.one("SELECT count(*) FROM outcomes", row -> row.getLong(1));
        duckDb.forEach(people + " ORDER BY id", row -> {
            Date day = row.getDate(3);
            rows.accept(new OutcomeRow(row.getString(1), row.getBoolean(2), day == null ? null : day.toLocalDate()));
        });
        return new Accepted(table.sha256(), count);
    }
}
