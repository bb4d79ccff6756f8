package io.gatehouse.scoring;

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
                case TableLoader.Found(TableColumns columns) -> reduce(duckDb, file, columns, description, threshold);
            };
        } catch (SQLException fault) {
            // A Parquet file is read again for each question, so that any of them can meet damage.
            if (EngineFaults.isOurs(fault)) {
                throw new IllegalStateException("A question about a table was put wrongly", fault);
            }
            return new Refused(EngineFaults.whileReading(fault, file, limits));
        }
    }

    private ReductionResult reduce(
            ConfinedDuckDb duckDb,
            TableFile file,
            TableColumns columns,
            EvidenceDescription description,
            double threshold)
            throws SQLException {
        EvidenceTable table = new EvidenceTable(duckDb, file, description, columns);
        Refusal unfit = Check.firstOf(columns::tooMany, table::missingColumn, () -> noSegments(description, columns));
        if (unfit != null) {
            return new Refused(unfit);
        }
        table.load();
        EvidenceCensus census = EvidenceCensus.take(duckDb, description.id() != null, ScoreBuckets.of(rows(duckDb)));
        EvidenceChecks checks = new EvidenceChecks(duckDb, table, description, census);
        RowReader reader = new RowReader(duckDb, census, description);
        Refusal refusal = Check.firstOf(() -> overRowLimit(census.rows()), reader::tooLarge, checks::ofRows);
        if (refusal != null) {
            return new Refused(refusal);
        }
        return switch (checks.labels()) {
            case Labels.Unresolved(Refusal unresolved) -> new Refused(unresolved);
            case Labels.Resolved(List<String> positives) -> {
                Subject subject = new Subject(duckDb, file, columns, description, threshold, census, positives);
                yield count(subject, checks, reader);
            }
        };
    }

    private static long rows(ConfinedDuckDb duckDb) throws SQLException {
        return duckDb.one("SELECT count(*) FROM evidence", row -> row.getLong(1));
    }

    /** A table that can be counted. */
    private record Subject(
            ConfinedDuckDb duckDb,
            TableFile file,
            TableColumns columns,
            EvidenceDescription description,
            double threshold,
            EvidenceCensus census,
            List<String> positiveLabels) {}

    private ReductionResult count(Subject subject, EvidenceChecks checks, RowReader reader) throws SQLException {
        SegmentColumns segments = new SegmentColumns(subject.duckDb, subject.description, limits);
        Refusal refusal = Check.firstOf(() -> subject.census.oneClass(subject.positiveLabels), segments::find);
        if (refusal != null) {
            return new Refused(refusal);
        }
        List<AttributeGroups> attributes = segments.found();
        EvidenceCount.Counted counted = new EvidenceCount(
                        subject.duckDb,
                        subject.description,
                        subject.threshold,
                        subject.positiveLabels,
                        attributes,
                        reader.read(subject.positiveLabels, attributes))
                .count();
        Refusal worthless = checks.ofValues(counted.values());
        return worthless == null ? new Reduced(statistics(subject, counted)) : new Refused(worthless);
    }

    private static EvidenceStatistics statistics(Subject subject, EvidenceCount.Counted counted) {
        return new EvidenceStatistics(
                subject.file.sha256(),
                subject.description.id() == null ? null : subject.census.testSet(subject.positiveLabels),
                subject.columns.schema(),
                subject.census.rows(),
                subject.threshold,
                counted.test(),
                counted.validation(),
                counted.attributes(),
                counted.crossings(),
                counted.pairs(),
                counted.values(),
                subject.census.rejections(),
                counted.weights());
    }

    static @Nullable Refusal noSegments(EvidenceDescription description, TableColumns columns) {
        return description.segments().isEmpty() && !description.performanceAlone()
                ? Refusal.of(RefusalCode.NO_SEGMENTS, "present", columns.inWords())
                : null;
    }

    /** A CSV file does not announce its rows. */
    private @Nullable Refusal overRowLimit(long rows) {
        return rows <= limits.rows()
                ? null
                : Refusal.of(RefusalCode.TABLE_TOO_MANY_ROWS, "rows", rows, "limit", limits.rows());
    }
}
