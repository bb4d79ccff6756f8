package io.gatehouse.scoring.worker;

import io.gatehouse.scoring.EvidenceDescription;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Files for workers to read, honest and hostile. */
record Tables(Path folder) {

    static final String PEOPLE = """
            SELECT 'S' || i AS id, CASE WHEN i % 3 = 0 THEN 'val' ELSE 'test' END AS split,
                   CAST(i * 7919 % 1000 < 300 AS INTEGER) AS label,
                   (i * 7919 % 1000 + i * 104729 % 700) / 1700.0 AS score, i * 15485863 % 1000 / 1000.0 AS champion,
                   CASE i % 4 WHEN 0 THEN 'basic' WHEN 1 THEN NULL ELSE 'größer' END AS plan_type
            FROM range(5000) t(i)""";

    static final String POPULATION = """
            SELECT 'S' || lpad(CAST(i AS VARCHAR), 6, '0') AS id, 1 / (1 + exp(-margin)) AS score,
                   CASE WHEN i % 2 = 0 THEN 'basic' ELSE 'family' END AS plan_type,
                   CASE WHEN i % 5 = 0 THEN NULL ELSE 9.990 END AS value, i AS support_tickets_90d,
                   margin + 1 AS contrib_support_tickets_90d, -1 AS contrib_bias
            FROM (SELECT i, -2 + i * 0.001 AS margin FROM range(4000) t(i))""";

    EvidenceDescription description() {
        return described("");
    }

    /** Of people with a weight w and a worth. */
    EvidenceDescription weighted() {
        return described(", \"weight\": \"w\", \"value\": \"worth\"");
    }

    private static EvidenceDescription described(String more) {
        String json = """
                {"id": "id", "label": "label", "score": "score", "split": "split", "segments": ["plan_type"],
                 "baseline": {"model": "churn", "version": "1", "score": "champion"}, "snapshot_at": "2024-03-01"%s}""".formatted(more);
        return ((EvidenceDescription.Parsed) EvidenceDescription.parse(json.getBytes(StandardCharsets.UTF_8)))
                .description();
    }

    /** Written as Parquet or, by its name, as CSV. */
    Path write(String select, String name) throws SQLException {
        Path file = folder.resolve(name);
        String format = name.endsWith(".csv") ? "FORMAT CSV, HEADER" : "FORMAT PARQUET, COMPRESSION ZSTD";
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement()) {
            statement.execute("COPY (" + select + ") TO '" + file + "' (" + format + ")");
        }
        return file;
    }

    Path people() throws SQLException {
        return write(PEOPLE, "people.parquet");
    }

    /** A file that is never read to its end: whoever opens it waits for somebody to write. */
    Path endless() throws IOException, InterruptedException {
        Path pipe = folder.resolve("endless.csv");
        int code = new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        if (code != 0) {
            throw new IOException("mkfifo ended with " + code);
        }
        return pipe;
    }
}
