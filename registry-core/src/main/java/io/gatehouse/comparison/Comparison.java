package io.gatehouse.comparison;

import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.sentences.Sentence;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Up to five versions side by side; the first is the baseline that the others are compared with.
 *
 * @param subjects the columns, baseline first
 * @param summary what differs, in one or two sentences
 * @param warnings what makes the columns not directly comparable, such as different test data
 * @param groups the rows, in the order metrics, value, segments, parameters, data, environment
 */
public record Comparison(List<Subject> subjects, List<Sentence> summary, List<Sentence> warnings, List<Group> groups) {

    public Comparison {
        subjects = List.copyOf(subjects);
        summary = List.copyOf(summary);
        warnings = List.copyOf(warnings);
        groups = List.copyOf(groups);
    }

    /**
     * @param model name
     * @param version number
     * @param label such as “champion”, “candidate”, “champion of 21 Aug 2026”
     * @param createdAt when registered
     * @param runId that trained it
     * @param evaluation that its figures come from, the newest; absent if it was never evaluated
     */
    public record Subject(
            String model,
            int version,
            String label,
            Instant createdAt,
            @Nullable String runId,
            @Nullable Evaluation evaluation) {}

    /** What rows are about. */
    public enum Kind {
        METRICS,
        VALUE,
        SEGMENTS,
        PARAMETERS,
        DATA,
        ENVIRONMENT
    }

    public record Group(Kind kind, List<Row> rows) {
        public Group {
            rows = List.copyOf(rows);
        }

        /** Rows whose columns are not all the same. */
        public long differences() {
            return rows.stream().filter(Row::differs).count();
        }
    }

    /**
     * @param name technical name, such as {@code learning_rate}
     * @param label in plain words
     * @param cells one per subject
     * @param differs whether the cells are not all the same
     */
    public record Row(String name, String label, List<Cell> cells, boolean differs) {
        static final String AS_LOGGED = ", as logged";

        public Row {
            cells = List.copyOf(cells);
        }

        /** Whether it tells what runs claimed, beside what the evidence gives. */
        public boolean asLogged() {
            return label.endsWith(AS_LOGGED);
        }
    }

    /**
     * @param text as shown; empty if the subject has no such value
     * @param number where it is one
     * @param low end of its interval
     * @param high end of its interval
     * @param range the interval, written as the text is; empty if there is none
     * @param change against the baseline
     */
    public record Cell(
            String text,
            @Nullable Double number,
            @Nullable Double low,
            @Nullable Double high,
            String range,
            Change change) {
        /** Of which there is no interval. */
        public static Cell plain(String text, @Nullable Double number) {
            return new Cell(text, number, null, null, "", Change.NONE);
        }
    }

    /** What a cell is beside the baseline's. */
    public enum Change {
        /** The baseline itself, or no direction is better. */
        NONE,
        BETTER,
        WORSE,
        /** The intervals do not tell them apart. */
        TOO_CLOSE_TO_CALL
    }
}
