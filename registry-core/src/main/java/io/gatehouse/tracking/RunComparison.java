package io.gatehouse.tracking;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Runs side by side, of any experiments; the first is the baseline that the others are compared with.
 *
 * @param runs the columns, in the order asked for
 * @param experiments names of their experiments, by id
 * @param lines what was logged, a cell for each run: metrics, parameters, data and tags, each by name
 */
public record RunComparison(List<RunRow> runs, Map<Long, String> experiments, List<Line> lines) {
    /** Most runs that are compared at once. */
    public static final int MOST = 100;

    public RunComparison {
        runs = List.copyOf(runs);
        experiments = Map.copyOf(experiments);
        lines = List.copyOf(lines);
    }

    /** What a line is about. */
    public enum Kind {
        METRIC("metrics."),
        PARAM("params."),
        /** A data set that was used, with its digest. */
        DATA("data."),
        TAG("tags.");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    /**
     * @param key as it was logged
     * @param cells one for each run; empty where a run has no such thing
     */
    public record Line(Kind kind, String key, List<Optional<Cell>> cells) {
        public Line {
            cells = List.copyOf(cells);
        }

        /** As addresses and filters name it: {@code metrics.auc}. */
        public String name() {
            return kind.prefix + key;
        }

        /** Whether the runs are not all the same in it; having nothing differs from having something. */
        public boolean differs() {
            return cells.stream().anyMatch(cell -> !cell.equals(cells.getFirst()));
        }

        /** Whether it can be drawn on an axis of numbers: all that was logged is one, and something was. */
        public boolean numeric() {
            boolean some = false;
            for (Optional<Cell> cell : cells) {
                if (cell.isPresent()) {
                    if (cell.get().number().isEmpty()) {
                        return false;
                    }
                    some = true;
                }
            }
            return some;
        }
    }

    /**
     * @param text as it was logged
     * @param number where it reads as a finite one
     */
    public record Cell(String text, OptionalDouble number) {
        static Cell of(double value) {
            return new Cell(
                    Double.toString(value), Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty());
        }

        /** What was logged as text; a number where it reads as one. */
        public static Cell of(String text) {
            try {
                return new Cell(text, of(Double.parseDouble(text)).number);
            } catch (NumberFormatException words) {
                return new Cell(text, OptionalDouble.empty());
            }
        }
    }
}
