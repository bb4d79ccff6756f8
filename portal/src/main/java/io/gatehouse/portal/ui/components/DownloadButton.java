package io.gatehouse.portal.ui.components;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands out a file that is made when it is asked for. */
public class DownloadButton extends Anchor {
    private static final Logger LOG = LoggerFactory.getLogger(DownloadButton.class);
    private static final String ARROW =
            "<svg viewBox='0 0 16 16' width='16' height='16' aria-hidden='true' fill='none' stroke='currentColor'"
                    + " stroke-width='1.7' stroke-linecap='round' stroke-linejoin='round'><path d='M8 2v8m0 0L4.8 6.8M8 10l3.2-3.2M2.5 13.5h11'/></svg>";

    /** A workbook of Excel's type. */
    public static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Writes the file. It runs without the session's lock, so it works on what it was given and touches no component. */
    @FunctionalInterface
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    public DownloadButton(String label, String fileName, String contentType, Content content) {
        addClassName("gh-download");
        add(new Svg(ARROW), new Span(label));
        setHref(DownloadHandler.fromInputStream(event -> {
            try {
                return made(fileName, contentType, content);
            } catch (IOException | RuntimeException failure) {
                LOG.error("The file {} could not be made", fileName, failure);
                return DownloadResponse.error(500, "The file could not be made. Try again, or tell an administrator.");
            }
        }));
    }

    /** Made whole on disk before the first byte leaves: a failure can still be told, and a list of a million rows fits in memory. */
    private static DownloadResponse made(String fileName, String contentType, Content content) throws IOException {
        Path file = Files.createTempFile("gatehouse-download-", ".tmp");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            content.write(out);
        } catch (IOException | RuntimeException failure) {
            Files.delete(file);
            throw failure;
        }
        long size = Files.size(file);
        InputStream bytes = Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
        return new DownloadResponse(bytes, fileName, contentType, size);
    }
}
