package io.gatehouse.reports;

import io.gatehouse.checks.Figure;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * One of the few figures that the first sheet shows.
 *
 * @param label what it is
 * @param status that fills the label, which then says the same in a word; absent for a figure that nobody judged
 * @param value typed
 * @param low end of its range
 * @param high end of its range
 * @param words that say what it means
 */
record KeyFigure(
        String label, @Nullable Status status, CellContent value, CellContent low, CellContent high, String words) {

    static KeyFigure plain(String label, CellContent value, String words) {
        return new KeyFigure(label, null, value, CellContent.NONE, CellContent.NONE, words);
    }

    /** With its interval where it has one. */
    static KeyFigure of(String label, @Nullable Figure figure, Currency currency, String words) {
        if (figure == null || (figure.low() == null && figure.high() == null)) {
            return plain(label, CellContent.estimate(figure, currency), words);
        }
        return new KeyFigure(
                label,
                null,
                CellContent.estimate(figure, currency),
                CellContent.low(figure, currency),
                CellContent.high(figure, currency),
                words);
    }

    KeyFigure judged(Status judgement) {
        return new KeyFigure(label, judgement, value, low, high, words);
    }

    boolean hasRange() {
        return !low.equals(CellContent.NONE) || !high.equals(CellContent.NONE);
    }
}
