package io.gatehouse.portal.downloads;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The rows of a long list, page by page: the next page is read while this one is written, and no connection to the database is held in
 * between, however slow the reader of the file is. A reader who leaves costs the one page that is under way: the thread that reads it is
 * never interrupted, since the embedded database takes that for the end of its file.
 */
final class ReadAhead<T> implements Iterator<T> {
    private static final ExecutorService READERS = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("read-ahead-", 0).factory());

    private final Function<T, List<T>> after;
    private Iterator<T> page = List.<T>of().iterator();
    private CompletableFuture<List<T>> next;

    /**
     * @param first page; empty if there is nothing at all
     * @param after the page that follows a row; empty after the last
     */
    ReadAhead(Supplier<List<T>> first, Function<T, List<T>> after) {
        this.after = after;
        this.next = CompletableFuture.completedFuture(first.get());
    }

    @Override
    public boolean hasNext() {
        if (!page.hasNext()) {
            List<T> read = read();
            if (!read.isEmpty()) {
                page = read.iterator();
                next = CompletableFuture.supplyAsync(() -> after.apply(read.getLast()), READERS);
            }
        }
        return page.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.next();
    }

    private List<T> read() {
        try {
            return next.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException ours) {
                throw ours;
            }
            throw failure;
        }
    }
}
