package io.gatehouse.portal.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.UUID;
import java.util.function.IntFunction;

/** Prediction tables of 900 customers, one in three for validation, and what goes wrong with such tables. */
final class Tables {
    static final String HEADER = "id,split,label,score,plan_type,age_band,region";
    static final String DESCRIPTION = describe("");
    private static final int ROWS = 900;

    private Tables() {}

    /** One customer as a line of CSV has it. */
    record Row(String id, String split, String label, String score, String plan) {
        static Row of(int number) {
            boolean leaves = number % 5 < 2;
            double score = (leaves ? 0.35 : 0.05) + (number * 37 % 100) * 0.006;
            return new Row(
                    "c" + number,
                    number % 3 == 0 ? "val" : "test",
                    leaves ? "1" : "0",
                    String.format(Locale.ROOT, "%.6f", score),
                    number % 2 == 0 ? "basic" : "premium");
        }

        Row id(String other) {
            return new Row(other, split, label, score, plan);
        }

        Row label(String other) {
            return new Row(id, split, other, score, plan);
        }

        Row score(String other) {
            return new Row(id, split, label, other, plan);
        }

        Row plan(String other) {
            return new Row(id, split, label, score, other);
        }

        String line(int number) {
            String age = number % 7 < 3 ? "18-24" : "25+";
            String region = number % 11 < 5 ? "north" : "south";
            return String.join(",", id, split, label, score, plan, age, region);
        }
    }

    static String good() {
        return csv(Row::of);
    }

    static String csv(IntFunction<Row> row) {
        return csv(ROWS, row);
    }

    /** Each call names customers of its own, so that no two tables of a run are the same. */
    static String csv(int rows, IntFunction<Row> row) {
        String customers = UUID.randomUUID() + "-";
        StringBuilder csv = new StringBuilder(HEADER).append('\n');
        for (int i = 0; i < rows; i++) {
            csv.append(customers).append(row.apply(i).line(i)).append('\n');
        }
        return csv.toString();
    }

    /** The same customers as a Parquet file. */
    static byte[] parquet() {
        try {
            Path folder = Files.createTempDirectory("tables");
            Path csv = Files.writeString(folder.resolve("table.csv"), good());
            Path parquet = folder.resolve("table.parquet");
            try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                    Statement statement = connection.createStatement()) {
                statement.execute("COPY (FROM '" + csv + "') TO '" + parquet + "' (FORMAT parquet)");
            }
            byte[] bytes = Files.readAllBytes(parquet);
            Files.delete(csv);
            Files.delete(parquet);
            Files.delete(folder);
            return bytes;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** What the columns mean. @param more fields, the first comma with them; they win over those before them */
    static String describe(String more) {
        return json("{'id':'id','label':'label','score':'score','positive_label':1,'split':'split',"
                + "'segments':['plan_type','age_band','region'],'threshold':0.2" + more + "}");
    }

    static String json(String singleQuoted) {
        return singleQuoted.replace('\'', '"');
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
