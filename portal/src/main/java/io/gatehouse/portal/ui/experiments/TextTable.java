package io.gatehouse.portal.ui.experiments;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The beginning of a table that a run left as a file: what MLflow's {@code log_table} writes, or lines of cells between commas or tabs.
 * It is untrusted; what does not hold together is no table.
 *
 * @param columns their names, at most {@link #MOST_COLUMNS}
 * @param rows as many cells each as there are columns, at most {@link #MOST_ROWS}
 * @param moreColumns whether there are others
 * @param moreRows likewise
 */
record TextTable(List<String> columns, List<List<String>> rows, boolean moreColumns, boolean moreRows) {
    static final int MOST_ROWS = 100;
    static final int MOST_COLUMNS = 50;
    /** Of one cell. */
    private static final int MOST_CHARACTERS = 200;

    private static final JsonMapper JSON = new JsonMapper();

    TextTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * @param ending of the file's name
     * @param words its text
     * @param whole whether that is all of it
     */
    static Optional<TextTable> of(String ending, String words, boolean whole) {
        return switch (ending.toLowerCase(Locale.ROOT)) {
            case "csv" -> separated(words, ',', whole);
            case "tsv" -> separated(words, '\t', whole);
            case "json" -> whole ? logged(words) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<TextTable> logged(String words) {
        JsonNode root;
        try {
            root = JSON.readTree(words);
        } catch (JacksonException broken) {
            return Optional.empty();
        }
        JsonNode columns = root.path("columns");
        JsonNode data = root.path("data");
        if (!columns.isArray() || columns.isEmpty() || !data.isArray()) {
            return Optional.empty();
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(cells(columns));
        for (JsonNode row : data) {
            if (!row.isArray() || row.size() != columns.size()) {
                return Optional.empty();
            }
            if (rows.size() <= MOST_ROWS) {
                rows.add(cells(row));
            }
        }
        return Optional.of(bounded(rows, data.size() > MOST_ROWS));
    }

    private static List<String> cells(JsonNode row) {
        List<String> cells = new ArrayList<>();
        for (JsonNode cell : row) {
            cells.add(cell.isString() ? cell.stringValue() : cell.isNull() ? "" : cell.toString());
            if (cells.size() > MOST_COLUMNS) {
                break;
            }
        }
        return cells;
    }

    private static Optional<TextTable> separated(String words, char separator, boolean whole) {
        return lines(words, separator, whole)
                .filter(lines -> lines.rows.size() > 1 && lines.rows.getFirst().size() > 1)
                .map(lines -> bounded(lines.rows, lines.more));
    }

    /** @param rows the names of the columns first @param more whether others follow */
    private record Lines(List<List<String>> rows, boolean more) {}

    /**
     * As RFC 4180 has it: a cell in quotes may hold separators, line breaks and, doubled, quotes. Empty lines are none.
     *
     * @return empty if a cell is quoted to the end, and nobody knows where it should have ended
     */
    private static Optional<Lines> lines(String words, char separator, boolean whole) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int at = words.startsWith("\uFEFF") ? 1 : 0; at < words.length(); at++) {
            char next = words.charAt(at);
            if (quoted) {
                if (next != '"') {
                    cell.append(next);
                } else if (at + 1 < words.length() && words.charAt(at + 1) == '"') {
                    cell.append(next);
                    at++;
                } else {
                    quoted = false;
                }
            } else if (next == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (next == separator) {
                row.add(cell.toString());
                cell.setLength(0);
            } else if (next == '\n') {
                row.add(cell.toString());
                cell.setLength(0);
                if (add(rows, row)) {
                    return Optional.of(new Lines(rows, true));
                }
                row = new ArrayList<>();
            } else if (next != '\r') {
                cell.append(next);
            }
        }
        if (!whole) {
            // The last line of a beginning may be cut off anywhere.
            return Optional.of(new Lines(rows, true));
        }
        row.add(cell.toString());
        return quoted ? Optional.empty() : Optional.of(new Lines(rows, add(rows, row)));
    }

    /** @return whether there was no room for it */
    private static boolean add(List<List<String>> rows, List<String> row) {
        if (row.size() == 1 && row.getFirst().isBlank()) {
            return false;
        }
        if (rows.size() > MOST_ROWS) {
            return true;
        }
        rows.add(row);
        return false;
    }

    /** @param rows the names of the columns first */
    private static TextTable bounded(List<List<String>> rows, boolean more) {
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        int shown = Math.min(width, MOST_COLUMNS);
        List<List<String>> lines = rows.stream().map(row -> line(row, shown)).toList();
        return new TextTable(lines.getFirst(), lines.subList(1, lines.size()), width > shown, more);
    }

    private static List<String> line(List<String> row, int width) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            String cell = i < row.size() ? row.get(i) : "";
            cells.add(
                    cell.length() <= MOST_CHARACTERS
                            ? cell
                            : cell.substring(0, cell.offsetByCodePoints(0, cell.codePointCount(0, MOST_CHARACTERS)))
                                    + "…");
        }
        return List.copyOf(cells);
    }
}
