package io.gatehouse.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Follows the tokens of pages to the last. */
public final class Leafing {
    private static final int MOST_PAGES = 10_000;
    /** Whoever adds a row after each page for ever leafs for ever. */
    private static final int CHANGES = 8;

    private Leafing() {}

    /** @param between done after each of the first pages */
    public static <T, I> List<I> through(
            Function<Optional<String>, Page<T>> search, Function<T, I> id, Runnable between) {
        List<I> seen = new ArrayList<>();
        Optional<String> token = Optional.empty();
        int pages = 0;
        do {
            Page<T> page = search.apply(token);
            page.items().forEach(item -> seen.add(id.apply(item)));
            token = page.next();
            assertThat(page.items().isEmpty() && token.isPresent())
                    .as("an empty page that is not the last")
                    .isFalse();
            assertThat(++pages).isLessThan(MOST_PAGES);
            if (pages <= CHANGES) {
                between.run();
            }
        } while (token.isPresent());
        return seen;
    }
}
