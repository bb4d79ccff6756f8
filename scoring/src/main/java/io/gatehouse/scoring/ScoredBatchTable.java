package io.gatehouse.scoring;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A scored population, read once from the file into memory: {@code id, score, units, value, value_given, margin, s0…, c0…, f0…}, where
 * margin is the sum of all contributions, c the contribution of a feature and f its value.
 */
final class ScoredBatchTable {

    static final String PREFIX = "contrib_";
    static final String BIAS = PREFIX + "bias";

    private static final int MOST_FEATURES = 500;

    private final ConfinedDuckDb duckDb;
    private final TableFile file;
    private final ScoredBatchDescription description;
    private final TableColumns columns;
    private final List<String> features;

    ScoredBatchTable(ConfinedDuckDb duckDb, TableFile file, ScoredBatchDescription description, TableColumns columns) {
        this.duckDb = duckDb;
        this.file = file;
        this.description = description;
        this.columns = columns;
        this.features = columns.types().keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && !name.equals(BIAS) && name.length() > PREFIX.length())
                .map(name -> name.substring(PREFIX.length()))
                .toList();
    }

    /** Names of the explained features, in the order of the file. */
    List<String> features() {
        return features;
    }

    /** The value column, if there is one. */
    @Nullable
    String valueColumn() {
        String named = description.value();
        return named != null ? named : columns.has("value") ? "value" : null;
    }

    @Nullable
    Refusal missingColumn() throws SQLException {
        for (String segment : description.segments()) {
            Refusal refusal = columns.missing(segment, "a segment", "segments");
            if (refusal != null) {
                return refusal;
            }
        }
        return Check.firstOf(
                () -> columns.missing(description.idColumn(), "the id", "id"),
                () -> columns.missing(description.scoreColumn(), "the score", "score"),
                () -> columns.missing(description.value(), "the value", "value"),
                this::contributionsMissing);
    }

    private @Nullable Refusal contributionsMissing() {
        if (!columns.has(BIAS)) {
            return Refusal.of(RefusalCode.EXPLANATION_MISSING, "column", BIAS);
        }
        if (features.isEmpty()) {
            return Refusal.of(RefusalCode.EXPLANATION_MISSING, "column", PREFIX + "<feature>");
        }
        return features.size() <= MOST_FEATURES
                ? null
                : Refusal.of(
                        RefusalCode.TABLE_TOO_DEMANDING,
                        "resource",
                        "explained features",
                        "limit",
                        MOST_FEATURES + " features");
    }

    void load() throws SQLException {
        duckDb.execute("CREATE TEMP TABLE batch AS SELECT *, " + Sql.fixedPoint("score") + " AS units, "
                + marginOfContributions() + " AS margin FROM (SELECT * REPLACE (" + Sql.unitInterval("score")
                + " AS score) FROM (" + columnsAsRead() + "))");
    }

    /** Added up from left to right in every row, so that the sum has the same bits each time. */
    private String marginOfContributions() {
        return IntStream.range(0, features.size())
                .mapToObj(i -> "c" + i)
                .collect(Collectors.joining(" + ", "bias + ", ""));
    }

    private String columnsAsRead() {
        StringBuilder select = new StringBuilder("SELECT " + Sql.trimmed(description.idColumn()) + " AS id, "
                + columns.number(description.scoreColumn()) + " AS score, " + valueColumns() + ", "
                + columns.number(BIAS) + " AS bias");
        for (int i = 0; i < description.segments().size(); i++) {
            select.append(", coalesce(")
                    .append(Sql.group(description.segments().get(i)))
                    .append(", 'UNKNOWN') AS ")
                    .append(EvidenceTable.segmentColumn(i));
        }
        for (int i = 0; i < features.size(); i++) {
            String feature = features.get(i);
            select.append(", ")
                    .append(columns.number(PREFIX + feature))
                    .append(" AS c")
                    .append(i);
            select.append(", ")
                    .append(columns.has(feature) ? columns.number(feature) : "CAST(NULL AS DOUBLE)")
                    .append(" AS f")
                    .append(i);
        }
        return select.append(" FROM ").append(file.relation()).toString();
    }

    private String valueColumns() {
        String value = valueColumn();
        if (value == null) {
            return "CAST(NULL AS DECIMAL(18, 6)) AS value, false AS value_given";
        }
        return "TRY_CAST(" + Sql.trimmed(value) + " AS DECIMAL(18, 6)) AS value, " + Sql.group(value)
                + " IS NOT NULL AS value_given";
    }
}
