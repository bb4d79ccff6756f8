package io.gatehouse.search;

import java.util.List;
import java.util.Optional;

/**
 * One page of results.
 *
 * @param items in order
 * @param next token of the page after it; empty on the last
 */
public record Page<T>(List<T> items, Optional<String> next) {
    public Page {
        items = List.copyOf(items);
    }

    /** Cuts a page from one item more than fit, which shows whether there are more. */
    public static <T> Page<T> of(List<T> oneMore, int size, long offset, String query) {
        return oneMore.size() <= size
                ? new Page<>(oneMore, Optional.empty())
                : new Page<>(oneMore.subList(0, size), Optional.of(new PageToken(offset + size, query).encoded()));
    }
}
