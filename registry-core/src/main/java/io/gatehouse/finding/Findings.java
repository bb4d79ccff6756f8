package io.gatehouse.finding;

import java.util.List;

/**
 * What fits, of one kind.
 *
 * @param items those that fit best first
 * @param more whether there are more
 */
public record Findings<F extends Found>(List<F> items, boolean more) {
    public Findings {
        items = List.copyOf(items);
    }

    static <F extends Found> Findings<F> of(List<F> oneMore, int most) {
        return new Findings<>(oneMore.stream().limit(most).toList(), oneMore.size() > most);
    }

    static <F extends Found> Findings<F> none() {
        return new Findings<>(List.of(), false);
    }
}
