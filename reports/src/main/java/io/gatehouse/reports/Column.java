package io.gatehouse.reports;

import java.util.Map;
import java.util.function.Function;

/**
 * One column of a table: what it is called, how wide it is and what it shows of a row.
 *
 * @param title unit included where the cells do not show it
 * @param width in characters
 * @param right whether its cells stand at the right, as numbers do
 * @param statuses words that are coloured, each with what it calls for; empty for plain columns
 * @param content of the cell of a row
 */
record Column<T>(
        String title, int width, boolean right, Map<String, Status> statuses, Function<T, CellContent> content) {

    static <T> Column<T> text(String title, int width, Function<T, CellContent> content) {
        return new Column<>(title, width, false, Map.of(), content);
    }

    static <T> Column<T> number(String title, int width, Function<T, CellContent> content) {
        return new Column<>(title, width, true, Map.of(), content);
    }

    static <T> Column<T> status(String title, int width, Map<String, Status> words, Function<T, String> word) {
        return new Column<>(title, width, false, words, row -> new CellContent.Text(word.apply(row)));
    }
}
