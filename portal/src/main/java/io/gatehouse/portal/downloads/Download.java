package io.gatehouse.portal.downloads;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

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
