package io.gatehouse.portal.ui.components;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.gatehouse.portal.downloads.Download;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
        setHref(DownloadHandler.fromInputStream(event -> answer(label, asked)));
    }

    private static DownloadResponse answer(String label, Supplier<Optional<Download>> asked) {
        try {
            Optional<Download> download = asked.get();
            if (download.isEmpty()) {
                return DownloadResponse.error(404, "There is no such file any more. Load the page again.");
            }
            Download.Made made = download.get().made();
            return new DownloadResponse(
                    made.bytes(), download.get().fileName(), download.get().contentType(), made.size());
        } catch (IOException | RuntimeException failure) {
            LOG.error("The file of “{}” could not be made", label, failure);
            return DownloadResponse.error(500, "The file could not be made. Try again, or tell an administrator.");
        }
    }
}
