package io.gatehouse.scoring;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a prediction table that matter, under names of ours: {@code id, split, label, score, champion, value, s0, s1, …}, and {@code weight} where one is named. Numbers
 * are as in the file, NULL where the file holds none; segments are as written.
 */
final class EvidenceTable {

    static final int TEST = 1;
    static final int VALIDATION = 0;

    private static final int OTHER_SPLIT = 2;

    /** Whether a row of a judged split can be counted. */
    static final String COUNTED = "label IS NOT NULL AND score BETWEEN 0 AND 1";

    private final ConfinedDuckDb duckDb;
    private final TableFile file;
    private final EvidenceDescription description;
    private final TableColumns columns;

    EvidenceTable(ConfinedDuckDb duckDb, TableFile file, EvidenceDescription description, TableColumns columns) {
        this.duckDb = duckDb;
        this.file = file;
        this.description = description;
        this.columns = columns;
    }

    /** The refusal if a column that the description names is not in the file. */
    @Nullable
    Refusal missingColumn() throws SQLException {
        EvidenceDescription.Baseline baseline = description.baseline();
        List<Check> checks = new ArrayList<>(List.of(
                () -> columns.missing(description.label(), "the label", "label"),
                () -> columns.missing(description.score(), "the score", "score"),
                () -> columns.missing(description.id(), "the id", "id"),
                () -> columns.missing(description.split(), "the split", "split"),
                () -> columns.missing(description.value(), "the value", "value"),
                () -> columns.missing(description.weight(), "the weight", "weight"),
                () -> columns.missing(
                        baseline == null ? null : baseline.score(), "the champion's score", "baseline.score")));
        description.segments().forEach(segment -> checks.add(() -> columns.missing(segment, "a segment", "segments")));
        return Check.firstOf(checks.toArray(Check[]::new));
    }

    /**
     * A CSV file is read once into memory; a Parquet file stays where it is, since each question reads the columns that it needs alone.
     */
    void load() throws SQLException {
        String kind = file.format() == TableFile.Format.CSV ? "TABLE" : "VIEW";
        duckDb.execute("CREATE TEMP " + kind + " evidence AS " + columnsAsRead());
    }

    private String columnsAsRead() {
        EvidenceDescription.Baseline baseline = description.baseline();
        String segments = IntStream.range(0, description.segments().size())
                .mapToObj(i -> ", CAST(" + Sql.identifier(description.segments().get(i)) + " AS VARCHAR) AS "
                        + segmentColumn(i))
                .collect(Collectors.joining());
        return "SELECT " + idColumn() + " AS id, " + splitCode() + " AS split, " + label() + " AS label, "
                + columns.number(description.score()) + " AS score, "
                + number(baseline == null ? null : baseline.score()) + " AS champion, " + number(description.value())
                + " AS value" + (description.weight() == null ? "" : ", " + number(description.weight()) + " AS weight")
                + segments + " FROM " + file.relation();
    }

    private String number(@Nullable String column) {
        return column == null ? "CAST(NULL AS DOUBLE)" : columns.number(column);
    }

    private String idColumn() {
        String id = description.id();
        return id == null ? "CAST(NULL AS VARCHAR)" : Sql.trimmed(id);
    }

    private String splitCode() {
        String split = description.split();
        return split == null
                ? "CAST(" + TEST + " AS TINYINT)"
                : "CAST(CASE lower(" + Sql.trimmed(split) + ") WHEN 'test' THEN " + TEST + " WHEN 'val' THEN "
                        + VALIDATION + " WHEN 'validation' THEN " + VALIDATION + " ELSE " + OTHER_SPLIT
                        + " END AS TINYINT)";
    }

    /** pandas turns a column of whole numbers with gaps into floats, whose gaps are NaN. */
    private String label() {
        return "NULLIF(lower(" + Sql.trimmed(description.label()) + "), 'nan')";
    }

    /** The values of the split column, for a sentence. */
    List<String> splitsFound(String split) throws SQLException {
        return duckDb.list(
                "SELECT DISTINCT coalesce(" + Sql.trimmed(split) + ", '(nothing)') AS split FROM " + file.relation()
                        + " ORDER BY split LIMIT 10",
                row -> row.getString(1));
    }

    /** One score that is not in 0..1, as the file writes it. */
    String scoreOutside() throws SQLException {
        String score = description.score();
        return duckDb.one(
                "SELECT coalesce(min(CAST(" + Sql.identifier(score) + " AS VARCHAR)), 'an empty one') FROM "
                        + file.relation() + " WHERE " + Sql.unitInterval(columns.number(score)) + " IS NULL",
                row -> row.getString(1));
    }

    /** One weight that cannot be counted, as the file writes it. */
    String weightOutside(String weight) throws SQLException {
        return duckDb.one(
                "SELECT coalesce(min(CAST(" + Sql.identifier(weight) + " AS VARCHAR)), 'an empty one') FROM "
                        + file.relation() + " WHERE NOT coalesce(" + columns.number(weight) + " BETWEEN "
                        + Sql.number(FixedPoint.LEAST_WEIGHT) + " AND " + Sql.number(FixedPoint.MOST_WEIGHT)
                        + ", false)",
                row -> row.getString(1));
    }

    static String splitInWords(int split) {
        return split == TEST ? "test" : "validation";
    }

    static String segmentColumn(int index) {
        return "s" + index;
    }
}
