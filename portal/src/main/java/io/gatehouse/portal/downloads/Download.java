package io.gatehouse.portal.downloads;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * A file that somebody may take away.
 *
 * @param fileName without a folder
 * @param contentType media type
 * @param atOnce whether its bytes leave while it is made, since it may be long; otherwise it is made whole before the first one leaves
 */
public record Download(String fileName, String contentType, Content content, boolean atOnce) {
    /** Of a workbook of Excel's. */
    public static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** One that is made whole first. */
    public Download(String fileName, String contentType, Content content) {
        this(fileName, contentType, content, false);
    }

    /** Writes the file. On screens it runs without the session's lock, so it works on what it was given and touches no component. */
    @FunctionalInterface
    public interface Content {
        void write(OutputStream out) throws IOException;

        /**
         * Writes the same to be handed out later: that it is taken away goes on record then.
         *
         * @param rows told how many are written; never where a file is not made of rows
         */
        default void prepare(OutputStream out, LongConsumer rows) throws IOException {
            write(out);
        }
    }

    /** A file whose being taken away goes on record. */
    public record Recorded(Runnable record, Content content) implements Content {
        @Override
        public void write(OutputStream out) throws IOException {
            record.run();
            content.write(out);
        }

        @Override
        public void prepare(OutputStream out, LongConsumer rows) throws IOException {
            content.prepare(out, rows);
        }
    }

    /** A file made of rows that are read while it is written. @param rows asked for with each writing */
    public record OfRows<T>(Supplier<Iterator<T>> rows, RowsWriter<T> writer) implements Content {
        @Override
        public void write(OutputStream out) throws IOException {
            writer.write(rows.get(), out);
        }

        @Override
        public void prepare(OutputStream out, LongConsumer told) throws IOException {
            writer.write(new Counted<>(rows.get(), told), out);
        }
    }

    /** Writes a file of rows. */
    @FunctionalInterface
    public interface RowsWriter<T> {
        void write(Iterator<T> rows, OutputStream out) throws IOException;
    }

    private static final class Counted<T> implements Iterator<T> {
        private final Iterator<T> rows;
        private final LongConsumer told;
        private long count;

        Counted(Iterator<T> rows, LongConsumer told) {
            this.rows = rows;
            this.told = told;
        }

        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public T next() {
            T row = rows.next();
            told.accept(++count);
            return row;
        }
    }

    /** A file that is ready to leave. @param bytes to be closed by whoever hands it out @param size in bytes */
    public record Made(InputStream bytes, long size) {}

    /** Made whole on disk before the first byte leaves, so that a failure can still be told. */
    public Made made() throws IOException {
        Path file = Files.createTempFile("gatehouse-download-", ".tmp");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                content.write(out);
            }
            long size = Files.size(file);
            return new Made(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE), size);
        } catch (IOException | RuntimeException failure) {
            Files.delete(file);
            throw failure;
        }
    }
}
