package io.gatehouse.scoring;

import io.gatehouse.scoring.ReductionResult.Reduced;
import io.gatehouse.scoring.ReductionResult.Refused;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Counts a small table by the definitions, row by row and every row against every other: slow, and meant to be believed by reading it.
 * Other engines are held against it. DuckDB turns the file into text cells; all else is done here.
 */
public final class ReferenceEvidenceReducer implements EvidenceReducer {

    /** Placements are counted over all pairs of rows. */
    private static final int MOST_ROWS = 20_000;

    private final ReductionLimits limits;

    public ReferenceEvidenceReducer() {
        ReductionLimits standard = ReductionLimits.DEFAULT;
        this.limits = new ReductionLimits(
                standard.fileBytes(), MOST_ROWS, standard.groups(), standard.memoryMegabytes(), 1, standard.time());
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
            case TableFile.Recognised(TableFile file) -> {
                try (ConfinedDuckDb duckDb = ConfinedDuckDb.open(file.path(), limits)) {
                    yield reduce(duckDb, file, description, threshold);
                } catch (SQLException fault) {
                    yield new Refused(EngineFaults.whileReading(fault, file, limits));
                }
            }
        };
    }

    private ReductionResult reduce(
            ConfinedDuckDb duckDb, TableFile file, EvidenceDescription description, double threshold)
            throws SQLException {
        return switch (new TableLoader(duckDb, file, limits).columns()) {
            case TableLoader.Unreadable(Refusal refusal) -> new Refused(refusal);
            case TableLoader.Found(TableColumns columns) -> {
                Refusal unfit = Check.firstOf(
                        columns::tooMany,
                        new EvidenceTable(duckDb, file, description, columns)::missingColumn,
                        () -> DuckDbEvidenceReducer.noSegments(description, columns));
                if (unfit != null) {
                    yield new Refused(unfit);
                }
                List<Map<String, String>> cells = cells(duckDb, file, columns);
                ReferenceRows rows = new ReferenceRows(cells, description);
                Refusal refusal = cells.size() > limits.rows()
                        ? Refusal.of(RefusalCode.TABLE_TOO_MANY_ROWS, "rows", cells.size(), "limit", limits.rows())
                        : rows.refusal(limits);
                yield refusal == null ? counted(file, columns, rows, description, threshold) : new Refused(refusal);
            }
        };
    }

    /** All cells as text; a cell that is NULL is left out of its row. */
    private static List<Map<String, String>> cells(ConfinedDuckDb duckDb, TableFile file, TableColumns columns)
            throws SQLException {
        List<String> names = List.copyOf(columns.types().keySet());
        List<Map<String, String>> cells = new ArrayList<>();
        duckDb.forEach("SELECT CAST(COLUMNS(*) AS VARCHAR) FROM " + file.relation(), row -> {
            Map<String, String> line = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                String cell = row.getString(i + 1);
                if (cell != null) {
                    line.put(names.get(i), cell);
                }
            }
            cells.add(line);
        });
        return cells;
    }

    private static ReductionResult counted(
            TableFile file,
            TableColumns columns,
            ReferenceRows rows,
            EvidenceDescription description,
            double threshold) {
        ReferenceCounts counts = new ReferenceCounts(threshold);
        List<ReferenceRows.Row> test = rows.counted(EvidenceTable.TEST);
        List<ReferenceRows.Row> validation = rows.counted(EvidenceTable.VALIDATION);
        List<String> segments = description.segments();
        EvidenceStatistics.@Nullable Values values = description.value() == null
                ? null
                : new ReferenceValues(threshold).values(test, description.baseline() != null);
        if (values != null && values.withoutValue() > ReductionLimits.REJECTED_SHARE * test.size()) {
            return new Refused(Refusal.of(RefusalCode.VALUES_MISSING, "rows", values.withoutValue()));
        }
        return new Reduced(new EvidenceStatistics(
                file.sha256(),
                description.id() == null ? null : rows.testSet(),
                columns.schema(),
                rows.size(),
                threshold,
                counts.split(test),
                validation.isEmpty() ? null : counts.split(validation),
                IntStream.range(0, segments.size())
                        .mapToObj(i -> counts.attribute(segments.get(i), test, i))
                        .toList(),
                counts.crossings(segments, test),
                description.baseline() == null ? null : counts.pairs(segments, test),
                values,
                rows.rejections(),
                description.weight() == null
                        ? null
                        : new ReferenceWeights(threshold)
                                .statistics(
                                        description.weight(),
                                        test,
                                        validation,
                                        segments.size(),
                                        description.baseline() != null,
                                        values != null)));
    }
}
