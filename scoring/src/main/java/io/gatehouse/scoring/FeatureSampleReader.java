package io.gatehouse.scoring;

import io.gatehouse.scoring.FeatureSample.Drawing;
import io.gatehouse.scoring.FeatureSample.Drawn;
import io.gatehouse.scoring.FeatureSample.NotDrawn;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Draws the rows whose scores are made again, with a DuckDB in this process, confined to the files. */
public final class FeatureSampleReader {

    /** No column of a file is likely to be called so. */
    private static final String ROW_ID = "gatehouse row id";

    private final ReductionLimits limits;

    public FeatureSampleReader(ReductionLimits limits) {
        this.limits = limits;
    }

    /**
     * @param table the evidence
     * @param features the file with the features; absent, the table has them
     * @param names of the model's features, in its order
     * @param rows at most
     * @throws java.io.UncheckedIOException if a file is not there or the disk fails
     */
    public Drawing draw(
            Path table,
            EvidenceDescription description,
            @Nullable Path features,
            List<String> names,
            int rows,
            long seed) {
        return switch (TableFile.inspect(table, limits)) {
            case TableFile.Rejected(Refusal refusal) -> new NotDrawn(refusal);
            case TableFile.Recognised(TableFile evidence) -> {
                if (features == null) {
                    yield draw(evidence, evidence, description, names, rows, seed);
                }
                yield switch (TableFile.inspect(features, limits)) {
                    case TableFile.Rejected(Refusal refusal) -> new NotDrawn(refusal);
                    case TableFile.Recognised(TableFile file) -> draw(evidence, file, description, names, rows, seed);
                };
            }
        };
    }

    private Drawing draw(
            TableFile evidence,
            TableFile features,
            EvidenceDescription description,
            List<String> names,
            int rows,
            long seed) {
        TableFile reading = evidence;
        try (ConfinedDuckDb duckDb = ConfinedDuckDb.open(List.of(evidence.path(), features.path()), limits)) {
            TableColumns claimed = TableColumns.of(duckDb, evidence);
            reading = features;
            TableColumns given = TableColumns.of(duckDb, features);
            boolean apart = !evidence.equals(features);
            Refusal refusal = Check.firstOf(
                    () -> claimed.missing(description.score(), "the score", "score"),
                    () -> claimed.missing(description.id(), "the id", "id"),
                    () -> claimed.missing(description.split(), "the split", "split"),
                    () -> notToBeJoined(apart, description.id(), given),
                    () -> absent(names, given));
            if (refusal != null) {
                return new NotDrawn(refusal);
            }
            Sources sources = new Sources(duckDb, evidence, claimed, features, given, description, names, apart);
            return sources.draw(rows, seed);
        } catch (SQLException fault) {
            return new NotDrawn(EngineFaults.whileReading(fault, reading, limits));
        }
    }

    private static @Nullable Refusal notToBeJoined(boolean apart, @Nullable String id, TableColumns given) {
        if (!apart || id != null && given.has(id)) {
            return null;
        }
        return Refusal.of(
                RefusalCode.FEATURES_WITHOUT_ID, "column", id == null ? "id" : id, "present", given.inWords());
    }

    private static @Nullable Refusal absent(List<String> names, TableColumns given) {
        List<String> absent = names.stream().filter(name -> !given.has(name)).toList();
        return absent.isEmpty()
                ? null
                : Refusal.of(
                        RefusalCode.FEATURES_MISSING,
                        "missing",
                        absent.size() == names.size() ? "any of them" : String.join(", ", absent));
    }

    /** Both files, opened. */
    private record Sources(
            ConfinedDuckDb duckDb,
            TableFile evidence,
            TableColumns claimed,
            TableFile features,
            TableColumns given,
            EvidenceDescription description,
            List<String> names,
            boolean apart) {

        Drawing draw(int rows, long seed) throws SQLException {
            String split = description.split();
            String test = split == null ? "true" : "lower(" + Sql.trimmed(split) + ") = 'test'";
            String id = description.id();
            duckDb.execute("CREATE TEMP VIEW judged AS SELECT * FROM (SELECT *, "
                    + (id == null ? "CAST(row_number() OVER () AS VARCHAR)" : Sql.trimmed(id)) + " AS "
                    + Sql.identifier(ROW_ID) + " FROM " + evidence.relation() + ") WHERE " + test);
            long of = duckDb.one("SELECT count(*) FROM judged", row -> row.getLong(1));
            List<Optional<FeatureSample.Row>> drawn = duckDb.list(select(rows, seed), this::row);
            if (drawn.isEmpty()) {
                return new NotDrawn(Refusal.of(RefusalCode.FEATURES_OF_OTHERS));
            }
            List<FeatureSample.Row> usable =
                    drawn.stream().flatMap(Optional::stream).toList();
            return usable.size() < drawn.size()
                    ? new NotDrawn(Refusal.of(RefusalCode.FEATURES_NOT_NUMBERS))
                    : new Drawn(new FeatureSample(of, usable));
        }

        private String select(int rows, long seed) {
            String columns = IntStream.range(0, names.size())
                    .mapToObj(i -> number(i) + " AS v" + i + ", " + holdsText(i) + " AS t" + i)
                    .collect(Collectors.joining(", "));
            String source = apart
                    ? "(SELECT * FROM " + features.relation() + ") f JOIN judged j ON j." + Sql.identifier(ROW_ID)
                            + " = trim(CAST(f." + Sql.identifier(String.valueOf(description.id())) + " AS VARCHAR))"
                    : "judged f";
            String key = (apart ? "j." : "f.") + Sql.identifier(ROW_ID);
            String score = Sql.number((apart ? "j." : "f."), description.score(), claimed);
            return "SELECT " + key + " AS row_id, " + score + " AS claimed, " + columns + " FROM " + source + " WHERE "
                    + score + " IS NOT NULL ORDER BY md5(" + key + " || ':" + seed + "'), row_id LIMIT " + rows;
        }

        /** pandas writes True and False into a CSV file. */
        private String number(int feature) {
            String name = names.get(feature);
            String number = Sql.number("f.", name, given);
            return "VARCHAR".equals(given.types().get(name))
                    ? "CASE lower(trim(f." + Sql.identifier(name) + ")) WHEN 'true' THEN 1 WHEN 'false' THEN 0 ELSE "
                            + number + " END"
                    : number;
        }

        /** What is no number must not pass for a missing one. */
        private String holdsText(int feature) {
            String column = "f." + Sql.identifier(names.get(feature));
            return "(trim(CAST(" + column + " AS VARCHAR)) NOT IN ('', 'NaN') AND " + number(feature) + " IS NULL)";
        }

        /** Empty if a value is text. */
        private Optional<FeatureSample.Row> row(ResultSet row) throws SQLException {
            float[] values = new float[names.size()];
            for (int i = 0; i < values.length; i++) {
                if (row.getBoolean("t" + i)) {
                    return Optional.empty();
                }
                float value = (float) row.getDouble("v" + i);
                values[i] = row.wasNull() ? Float.NaN : value;
            }
            return Optional.of(new FeatureSample.Row(row.getString("row_id"), row.getDouble("claimed"), values));
        }
    }
}
