package io.gatehouse.portal.ui.components;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
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

    /** Makes the bytes of a file. It runs without the session's lock, so it works on what it was given and touches no component. */
    @FunctionalInterface
    public interface Content {
        byte[] make() throws IOException;
    }

    public DownloadButton(String label, String fileName, String contentType, Content content) {
        addClassName("gh-download");
        add(new Svg(ARROW), new Span(label));
        setHref(DownloadHandler.fromInputStream(event -> {
            try {
                byte[] bytes = content.make();
                return new DownloadResponse(new ByteArrayInputStream(bytes), fileName, contentType, bytes.length);
            } catch (IOException | RuntimeException failure) {
                LOG.error("The file {} could not be made", fileName, failure);
                return DownloadResponse.error(500, "The file could not be made. Try again, or tell an administrator.");
            }
        }));
    }
}
