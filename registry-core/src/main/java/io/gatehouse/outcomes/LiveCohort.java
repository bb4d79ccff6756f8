package io.gatehouse.outcomes;

import io.gatehouse.outcomes.LiveRows.Batch;
import io.gatehouse.outcomes.LiveRule.Standing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One population with what became of its customers: counted, and written as a prediction table without a description. */
final class LiveCohort implements AutoCloseable {
    /** Leaving out more than this share, all of whom were last seen staying, would tilt a figure towards leavers. */
    private static final double MOST_OPEN = 0.1;

    private final Batch batch;
    private final LiveRule rule;
    private final Set<String> counted;
    private final List<String> own = new ArrayList<>();
    private final Map<Standing, Long> standings = new EnumMap<>(Standing.class);
    private final Path table;
    private final Writer lines;

    /** @param counted customers of newer populations, who count there */
    LiveCohort(Batch batch, LiveRule rule, Set<String> counted) {
        this.batch = batch;
        this.rule = rule;
        this.counted = counted;
        try {
            this.table = Files.createTempFile("live-figures", ".csv");
            this.lines = Files.newBufferedWriter(table);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot put scores beside outcomes", failure);
        }
    }

    Batch batch() {
        return batch;
    }

    void take(String customer, double score, boolean left, LocalDate observedOn) {
        if (counted.contains(customer)) {
            return;
        }
        Standing standing = rule.of(left, observedOn);
        standings.merge(standing, 1L, Long::sum);
        if (standing == Standing.LEFT || standing == Standing.STAYED) {
            own.add(customer);
            write(quoted(customer) + "," + (standing == Standing.LEFT ? 1 : 0) + "," + score + "\n");
        }
    }

    long count(Standing standing) {
        return standings.getOrDefault(standing, 0L);
    }

    /** Customers of whom it is known what became of them within the window. */
    long decided() {
        return count(Standing.LEFT) + count(Standing.STAYED);
    }

    /** Whether it can be judged by itself. */
    boolean ready() {
        return count(Standing.LEFT) >= LiveFigures.LEAST
                && count(Standing.STAYED) >= LiveFigures.LEAST
                && count(Standing.OPEN) <= MOST_OPEN * (decided() + count(Standing.OPEN));
    }

    /** Customers who count here, and so in no older population. */
    List<String> own() {
        return own;
    }

    /** The lines {@code id,y_true,y_proba} without a header, in order of the ids. */
    Path lines() {
        try {
            lines.close();
            return table;
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot put scores beside outcomes", failure);
        }
    }

    private void write(String line) {
        try {
            lines.write(line);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot put scores beside outcomes", failure);
        }
    }

    private static String quoted(String customer) {
        return '"' + customer.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() {
        try {
            lines.close();
            Files.deleteIfExists(table);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot clear away scores beside outcomes", failure);
        }
    }
}
