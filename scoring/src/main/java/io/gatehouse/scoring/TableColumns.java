package io.gatehouse.scoring;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table.
 *
 * @param types DuckDB's type by column name, in the order of the file
 */
record TableColumns(Map<String, String> types) {

    static TableColumns of(ConfinedDuckDb duckDb, TableFile file) throws SQLException {
        Map<String, String> types = new LinkedHashMap<>();
        duckDb.forEach(
                "DESCRIBE SELECT * FROM " + file.relation(), row -> types.put(row.getString(1), row.getString(2)));
        return new TableColumns(types);
    }

    /** How many rows a Parquet file says it has, before one of them is read; 0 for CSV, whose size is bounded by its bytes. */
    static long announcedRows(ConfinedDuckDb duckDb, TableFile file) throws SQLException {
        return file.format() == TableFile.Format.CSV
                ? 0
                : duckDb.one(
                        "SELECT num_rows FROM parquet_file_metadata("
                                + Sql.literal(file.path().toString()) + ")",
                        row -> row.getLong(1));
    }

    @Nullable
    Refusal tooMany() {
        return types.size() <= ReductionLimits.COLUMNS
                ? null
                : Refusal.of(RefusalCode.TABLE_TOO_WIDE, "columns", types.size(), "limit", ReductionLimits.COLUMNS);
    }

    /** Name and type of every column, in words that do not hang on the engine. */
    List<EvidenceStatistics.Column> schema() {
        return types.entrySet().stream()
                .map(column -> new EvidenceStatistics.Column(column.getKey(), word(column.getValue())))
                .toList();
    }

    private static String word(String type) {
        if (type.startsWith("DECIMAL")) {
            return "decimal";
        }
        if (type.startsWith("TIMESTAMP")) {
            return "timestamp";
        }
        if (type.startsWith("ENUM")) {
            return "text";
        }
        return switch (type) {
            case "TINYINT",
                    "SMALLINT",
                    "INTEGER",
                    "BIGINT",
                    "HUGEINT",
                    "UTINYINT",
                    "USMALLINT",
                    "UINTEGER",
                    "UBIGINT" -> "integer";
            case "VARCHAR" -> "text";
            default -> type.toLowerCase(Locale.ROOT);
        };
    }

    boolean has(String column) {
        return types.containsKey(column);
    }

    /** The refusal if a needed column is not there; null if it is, or if none is needed. */
    @Nullable
    Refusal missing(@Nullable String column, String role, String field) {
        return column == null || has(column)
                ? null
                : Refusal.of(
                        RefusalCode.COLUMN_MISSING,
                        "column",
                        column,
                        "role",
                        role,
                        "present",
                        inWords(),
                        "field",
                        field);
    }

    String inWords() {
        return String.join(", ", types.keySet());
    }

    /** The column as a DOUBLE, NULL where it holds no number. */
    String number(String column) {
        return Sql.number(column, types.getOrDefault(column, "VARCHAR"));
    }
}
