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

    /** Cuts a page from one row more than fit, which shows whether there are more. */
    public static <I> Page<I> of(List<Placed<I>> oneMore, int size, Question question) {
        List<I> ids = oneMore.stream().limit(size).map(Placed::id).toList();
        return oneMore.size() <= size
                ? new Page<>(ids, Optional.empty())
                : new Page<>(
                        ids, Optional.of(PageToken.after(oneMore.get(size - 1).place(), question)));
    }
}
