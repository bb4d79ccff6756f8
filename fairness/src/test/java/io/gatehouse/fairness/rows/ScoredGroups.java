package io.gatehouse.fairness.rows;

import io.gatehouse.fairness.calibration.CalibrationSums;
import io.gatehouse.fairness.segments.SegmentCounts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Six hundred rows of four groups, as src/test/python/reference_values.py drew them.
 *
 * @param rows in the order of the file
 */
public record ScoredGroups(List<Row> rows) {

    /**
     * @param group value of the attribute
     * @param label whether it is positive
     * @param score as written, exact
     */
    public record Row(String group, boolean label, BigDecimal score) {}

    public static ScoredGroups read() {
        try (InputStream file =
                        Objects.requireNonNull(ScoredGroups.class.getResourceAsStream("/reference/scored.csv"));
                var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return new ScoredGroups(
                    reader.lines().skip(1).map(ScoredGroups::row).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String line) {
        String[] fields = line.split(",");
        return new Row(fields[0], fields[1].equals("1"), new BigDecimal(fields[2]));
    }

    public List<String> names() {
        return rows.stream().map(Row::group).distinct().toList();
    }

    /** The rows of a group; of all for ALL. */
    public ScoredGroups of(String group) {
        return group.equals("ALL")
                ? this
                : new ScoredGroups(
                        rows.stream().filter(row -> row.group.equals(group)).toList());
    }

    public ScoredRows plain() {
        boolean[] labels = new boolean[rows.size()];
        double[] scores = new double[rows.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = rows.get(i).label;
            scores[i] = rows.get(i).score.doubleValue();
        }
        return new ScoredRows(labels, scores);
    }

    public SegmentCounts at(double threshold) {
        return new SegmentCounts(
                "region",
                names().stream()
                        .map(name ->
                                new SegmentCounts.Group(name, of(name).plain().at(threshold)))
                        .toList());
    }

    public CalibrationSums sums() {
        BigDecimal two = BigDecimal.TWO;
        CalibrationSums sums = new CalibrationSums(
                0, 0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
        for (Row row : rows) {
            BigDecimal p = row.score;
            BigDecimal y = row.label ? BigDecimal.ONE : BigDecimal.ZERO;
            BigDecimal variance = p.multiply(BigDecimal.ONE.subtract(p));
            BigDecimal slope = BigDecimal.ONE.subtract(two.multiply(p));
            sums = sums.plus(new CalibrationSums(
                    1,
                    row.label ? 1 : 0,
                    p,
                    variance,
                    p.subtract(y).pow(2),
                    y.subtract(p).multiply(slope),
                    slope.pow(2).multiply(variance)));
        }
        return sums;
    }
}
