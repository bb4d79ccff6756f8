package io.gatehouse.scoring;

import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.scoring.ReductionResult.Reduced;
import io.gatehouse.scoring.ReductionResult.Refused;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reduces a prediction table with a DuckDB in this process, confined to the one file. */
public final class DuckDbEvidenceReducer implements EvidenceReducer {

    private final ReductionLimits limits;

    public DuckDbEvidenceReducer(ReductionLimits limits) {
        this.limits = limits;
    }

    @Override
    public ReductionResult reduce(Path table, EvidenceDescription description, double threshold) {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("The threshold must be in 0..1: " + threshold);
        }
        Refusal premature = EvidenceChecks.ofDescription(description);
        if (premature != null) {
            return new Refused(premature);
        }
        return switch (TableFile.inspect(table, limits)) {
            case TableFile.Rejected(Refusal refusal) -> new Refused(refusal);
            case TableFile.Recognised(TableFile file) -> reduce(file, description, threshold);
        };
    }

    private ReductionResult reduce(TableFile file, EvidenceDescription description, double threshold) {
        try (ConfinedDuckDb duckDb = ConfinedDuckDb.open(file.path(), limits)) {
            TableLoader loader = new TableLoader(duckDb, file, limits);
            return switch (loader.columns()) {
                case TableLoader.Unreadable(Refusal refusal) -> new Refused(refusal);
                case TableLoader.Found(TableColumns columns) -> {
                    EvidenceTable table = new EvidenceTable(duckDb, file, description, columns);
                    Refusal refusal = Check.firstOf(
                            table::missingColumn,
                            () -> noSegments(description, columns),
                            () -> loader.load(table::load),
                            () -> loader.overRowLimit("evidence"));
                    yield refusal == null ? judge(duckDb, table, file, description, threshold) : new Refused(refusal);
                }
            };
        } catch (SQLException fault) {
            Refusal exceeded = EngineFaults.limitExceeded(fault, limits);
            if (exceeded == null) {
                throw new IllegalStateException("Counting a table that was read failed", fault);
            }
            return new Refused(exceeded);
        }
    }

    private static @Nullable Refusal noSegments(EvidenceDescription description, TableColumns columns) {
        return description.segments().isEmpty() && !description.performanceAlone()
                ? Refusal.of(RefusalCode.NO_SEGMENTS, "present", columns.inWords())
                : null;
    }

    private ReductionResult judge(
            ConfinedDuckDb duckDb,
            EvidenceTable table,
            TableFile file,
            EvidenceDescription description,
            double threshold)
            throws SQLException {
        EvidenceChecks checks = new EvidenceChecks(duckDb, table, description);
        Refusal refusal = checks.ofRows();
        if (refusal != null) {
            return new Refused(refusal);
        }
        return switch (checks.labels()) {
            case Labels.Unresolved(Refusal unresolved) -> new Refused(unresolved);
            case Labels.Resolved(List<String> positives) -> {
                ScoredRows.define(duckDb, positives, threshold);
                yield count(duckDb, file, description, threshold, checks.judgedSplits());
            }
        };
    }

    private ReductionResult count(
            ConfinedDuckDb duckDb,
            TableFile file,
            EvidenceDescription description,
            double threshold,
            List<EvidenceChecks.SplitRows> splits)
            throws SQLException {
        SegmentTables segments = new SegmentTables(duckDb, description, limits);
        SplitCounts testRows = new SplitCounts(duckDb, ScoredRows.TEST);
        Refusal refusal = Check.firstOf(() -> oneClass(duckDb, testRows.confusion()), segments::refusal);
        if (refusal != null) {
            return new Refused(refusal);
        }
        EvidenceStatistics.Split test = testRows.count();
        boolean validated = splits.stream().anyMatch(split -> split.code() == EvidenceTable.VALIDATION);
        EvidenceStatistics.Split validation = validated ? new SplitCounts(duckDb, ScoredRows.VALIDATION).count() : null;
        long judged = splits.stream().mapToLong(EvidenceChecks.SplitRows::rows).sum();
        long counted = test.rows() + (validation == null ? 0 : validation.rows());
        return new Reduced(new EvidenceStatistics(
                file.sha256(),
                duckDb.one("SELECT count(*) FROM evidence", row -> row.getLong(1)),
                threshold,
                test,
                validation,
                segments.ofChallenger(),
                description.baseline() == null ? null : new PairTables(duckDb, segments).count(test.rows()),
                judged - counted));
    }

    private static @Nullable Refusal oneClass(ConfinedDuckDb duckDb, ConfusionCounts counts) throws SQLException {
        if (counts.positives() > 0 && counts.negatives() > 0) {
            return null;
        }
        String label = duckDb.one(
                "SELECT coalesce(min(label), '') FROM scored WHERE " + ScoredRows.TEST, row -> row.getString(1));
        return Refusal.of(RefusalCode.ONE_CLASS, "rows", counts.total(), "label", label);
    }
}
