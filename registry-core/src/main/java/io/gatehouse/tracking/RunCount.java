package io.gatehouse.tracking;

/**
 * How many runs there are, as far as they were counted: what is counted of very many costs no more than what is shown of them.
 *
 * @param counted of them, no more than was asked for
 * @param more whether there are more than that
 */
public record RunCount(int counted, boolean more) {
    static RunCount of(int found, int most) {
        return new RunCount(Math.min(found, most), found > most);
    }
}
