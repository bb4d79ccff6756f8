package io.gatehouse.scoring;

import io.gatehouse.scoring.ScoredBatchResult.Accepted;
import io.gatehouse.scoring.ScoredBatchResult.Refused;
import java.nio.file.Path;
import java.sql.SQLException;

/** Reads a scored population with a DuckDB in this process, confined to the one file. */
public final class DuckDbScoredBatchReader implements ScoredBatchReader {

    private final ReductionLimits limits;
    private final Reasons reasons;

    public DuckDbScoredBatchReader(ReductionLimits limits, ReasonPhrases phrases) {
        this.limits = limits;
        this.reasons = new Reasons(phrases);
    }

    @Override
    public ScoredBatchResult read(Path table, ScoredBatchDescription description, ScoredBatchTaker taker) {
        return switch (TableFile.inspect(table, limits)) {
            case TableFile.Rejected(Refusal refusal) -> new Refused(refusal);
            case TableFile.Recognised(TableFile file) -> read(file, description, taker);
        };
    }

    private ScoredBatchResult read(TableFile file, ScoredBatchDescription description, ScoredBatchTaker taker) {
        try (ConfinedDuckDb duckDb = ConfinedDuckDb.open(file.path(), limits)) {
            TableLoader loader = new TableLoader(duckDb, file, limits);
            return switch (loader.columns()) {
                case TableLoader.Unreadable(Refusal refusal) -> new Refused(refusal);
                case TableLoader.Found(TableColumns columns) -> {
                    ScoredBatchTable batch = new ScoredBatchTable(duckDb, file, description, columns);
                    Refusal refusal = Check.firstOf(
                            batch::missingColumn,
                            () -> loader.load(batch::load),
                            () -> loader.overRowLimit("batch"),
                            new ScoredBatchChecks(duckDb, description, batch, limits)::refusal);
                    yield refusal == null ? accept(duckDb, batch, file, description, taker) : new Refused(refusal);
                }
            };
        } catch (SQLException fault) {
            Refusal exceeded = EngineFaults.limitExceeded(fault, limits);
            if (exceeded == null) {
                throw new IllegalStateException("Ranking a population that was read failed", fault);
            }
            return new Refused(exceeded);
        }
    }

    private Accepted accept(
            ConfinedDuckDb duckDb,
            ScoredBatchTable batch,
            TableFile file,
            ScoredBatchDescription description,
            ScoredBatchTaker taker)
            throws SQLException {
        ScoredBatchCounts counts = new ScoredBatchCounts(duckDb, description, batch);
        BatchTotals totals = counts.totals(file.sha256());
        counts.flaggedRows(reasons, taker::flagged);
        counts.scores(taker::scored);
        return new Accepted(totals);
    }
}
