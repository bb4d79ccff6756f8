package io.gatehouse.portal.ui.components;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.gatehouse.portal.downloads.Download;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.util.DisconnectedClientHelper;

/** Hands out a file that is made when it is asked for. */
public class DownloadButton extends Anchor {
    private static final Logger LOG = LoggerFactory.getLogger(DownloadButton.class);
    private static final String ARROW =
            "<svg viewBox='0 0 16 16' width='16' height='16' aria-hidden='true' fill='none' stroke='currentColor'"
                    + " stroke-width='1.7' stroke-linecap='round' stroke-linejoin='round'><path d='M8 2v8m0 0L4.8 6.8M8 10l3.2-3.2M2.5 13.5h11'/></svg>";

    /**
     * @param asked for the file with each click, so that showing the button costs nothing; empty if there is none any more. It runs
     *     without the session's lock, so it touches no component.
     */
    public DownloadButton(String label, Supplier<Optional<Download>> asked) {
        addClassName("gh-download");
        add(new Svg(ARROW), new Span(label));
        setHref((DownloadHandler) event -> answer(event, label, asked));
    }

    private static void answer(DownloadEvent event, String label, Supplier<Optional<Download>> asked)
            throws IOException {
        try {
            Optional<Download> download = asked.get();
            if (download.isEmpty()) {
                event.getResponse().sendError(404, "There is no such file any more. Load the page again.");
            } else if (download.get().atOnce()) {
                named(event, download.get());
                download.get().content().write(event.getOutputStream());
            } else {
                Download.Made made = download.get().made();
                named(event, download.get());
                event.setContentLength(made.size());
                try (InputStream bytes = made.bytes()) {
                    bytes.transferTo(event.getOutputStream());
                }
            }
        } catch (IOException | RuntimeException failure) {
            if (!DisconnectedClientHelper.isClientDisconnectedException(failure)) {
                LOG.error("The file of “{}” could not be made", label, failure);
            }
            failed(event, failure);
        }
    }

    private static void named(DownloadEvent event, Download download) {
        event.setFileName(download.fileName());
        event.setContentType(download.contentType());
    }

    /** Told while nothing has left; after that the connection ends, so that nobody takes a part for the whole. */
    private static void failed(DownloadEvent event, Exception failure) throws IOException {
        if (event.getResponse() instanceof HttpServletResponse response && response.isCommitted()) {
            throw new IOException("The file broke off", failure);
        }
        event.getResponse().sendError(500, "The file could not be made. Try again, or tell an administrator.");
    }
}
