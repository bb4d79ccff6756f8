package io.gatehouse.scoring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A small prediction table in memory that DuckDB writes as Parquet or CSV. */
record PredictionTable(List<Row> rows) {

    /** One line of the table; null is an empty cell, NaN a missing score. */
    record Row(
            String id,
            String split,
            @Nullable Integer label,
            double score,
            double champion,
            @Nullable String plan,
            @Nullable String region) {

        boolean positive() {
            return label != null && label == 1;
        }
    }

    /** Rows with many tied scores, all of them with at most three decimals. */
    static PredictionTable random(int count, long seed) {
        Random random = new Random(seed);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double score = random.nextInt(1001) / 1000.0;
            rows.add(new Row(
                    String.format(Locale.ROOT, "S%06d", i),
                    i % 3 == 0 ? "val" : "test",
                    random.nextDouble() < score ? 1 : 0,
                    score,
                    random.nextInt(1001) / 1000.0,
                    List.of("basic", "standard", "premium").get(random.nextInt(3)),
                    random.nextInt(20) == 0 ? null : random.nextBoolean() ? "north" : " south "));
        }
        return new PredictionTable(rows);
    }

    PredictionTable shuffled(long seed) {
        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));
        return new PredictionTable(shuffled);
    }

    /** The table with one row put in the place of another. */
    PredictionTable with(int index, Row row) {
        List<Row> changed = new ArrayList<>(rows);
        changed.set(index, row);
        return new PredictionTable(changed);
    }

    List<Row> split(String name) {
        return rows.stream().filter(row -> name.equals(row.split)).toList();
    }

    Path write(Path file) throws SQLException, IOException {
        return write(file, "DOUBLE");
    }

    /** @param scoreType SQL type of both score columns */
    Path write(Path file, String scoreType) throws SQLException, IOException {
        Path cells = Files.write(
                file.resolveSibling(file.getFileName() + ".cells"),
                rows.stream().map(PredictionTable::cells).toList());
        return copy(
                "SELECT id, split, CAST(label AS INTEGER) AS label, CAST(score AS " + scoreType
                        + ") AS score, CAST(champion AS " + scoreType + ") AS champion, plan, region FROM read_csv("
                        + Sql.literal(cells.toString())
                        + ", auto_detect = false, header = false, delim = ',', columns = {"
                        + "id: 'VARCHAR', split: 'VARCHAR', label: 'VARCHAR', score: 'DOUBLE', champion: 'DOUBLE',"
                        + " plan: 'VARCHAR', region: 'VARCHAR'})",
                file);
    }

    /** Writes the result of a query as Parquet, or as CSV where the file is called so. */
    static Path copy(String select, Path file) throws SQLException {
        String format = file.toString().endsWith(".csv") ? "(FORMAT csv, HEADER)" : "(FORMAT parquet)";
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (" + select + ") TO " + Sql.literal(file.toString()) + " " + format);
        }
        return file;
    }

    private static String cells(Row row) {
        return String.join(
                ",",
                row.id,
                row.split,
                row.label == null ? "" : row.label.toString(),
                Double.toString(row.score),
                Double.toString(row.champion),
                row.plan == null ? "" : row.plan,
                row.region == null ? "" : row.region);
    }

    /** What such a table needs in its {@code evidence.json}; more fields as {@code , "field": value}. */
    static EvidenceDescription description(String moreFields) {
        return parsed("""
                {"id": "id", "label": "label", "score": "score", "split": "split", "segments": ["plan", "region"],
                 "baseline": {"model": "churn", "version": 3, "score": "champion"}%s}""".formatted(moreFields));
    }

    static EvidenceDescription parsed(String json) {
        return switch (EvidenceDescription.parse(json.getBytes(StandardCharsets.UTF_8))) {
            case EvidenceDescription.Parsed(EvidenceDescription description) -> description;
            case EvidenceDescription.Unreadable(Refusal refusal) -> throw new AssertionError(refusal.sentence());
        };
    }
}
