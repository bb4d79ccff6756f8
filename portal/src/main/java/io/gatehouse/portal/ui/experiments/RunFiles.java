package io.gatehouse.portal.ui.experiments;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.gatehouse.artifacts.Artifact;
import io.gatehouse.artifacts.ArtifactPath;
import io.gatehouse.artifacts.ArtifactStore;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.Table;
import io.gatehouse.tracking.Run;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files that a run left, each to be taken away. */
@org.springframework.stereotype.Component
class RunFiles {
    private static final Logger LOG = LoggerFactory.getLogger(RunFiles.class);
    private static final int MOST = 200;
    private static final int SHOWN_OF_HASH = 12;

    private final ArtifactStore store;
    private final CurrentPerson current;

    RunFiles(ArtifactStore store, CurrentPerson current) {
        this.store = store;
        this.current = current;
    }

    Section section(Run run) {
        Section section = new Section(new H2(text("run.files")));
        section.addClassName("gh-section");
        Optional<ArtifactPath> folder = ArtifactPath.ofLocation(run.info().artifactUri());
        if (folder.isEmpty()) {
            section.add(new EmptyState(
                    text("run.files.elsewhere"),
                    text("run.files.elsewhere.hint", run.info().artifactUri())));
            return section;
        }
        List<Artifact> files = store.filesBelow(current.actor(), folder.get());
        FilePreview preview = new FilePreview(store);
        section.add(
                files.isEmpty()
                        ? new EmptyState(text("run.files.empty"), text("run.files.empty.hint"))
                        : table(files, folder.get(), preview));
        if (files.size() > MOST) {
            section.add(new Span(text("run.files.more", files.size() - MOST)));
        }
        section.add(preview);
        return section;
    }

    private Table table(List<Artifact> files, ArtifactPath folder, FilePreview preview) {
        Table table = new Table(text("run.files"))
                .untitled()
                .column(text("run.file"))
                .numberColumn(text("run.size"))
                .column(text("run.sha256"))
                .column(text("run.file.look"))
                .compact();
        for (Artifact file : files.subList(0, Math.min(MOST, files.size()))) {
            Span hash = new Span(file.sha256().substring(0, SHOWN_OF_HASH) + "…");
            hash.addClassName("gh-mono");
            hash.getElement().setAttribute("title", file.sha256());
            table.row(download(file, folder), new Span(Figures.bytes(file.size())), hash, look(file, folder, preview));
        }
        return table;
    }

    private static Component look(Artifact file, ArtifactPath folder, FilePreview preview) {
        if (!FilePreview.fits(file)) {
            return new Span("–");
        }
        String name = file.path().below(folder);
        Button button = new Button(text("run.file.look"), click -> preview.show(file, name));
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.getElement().setAttribute("aria-label", text("run.file.look.at", name));
        return button;
    }

    private Component download(Artifact file, ArtifactPath folder) {
        // Runs outside of the session's lock: it knows the file and nothing else.
        DownloadHandler handler = DownloadHandler.fromInputStream(event -> {
            try {
                return new DownloadResponse(
                        store.open(file), file.path().name(), "application/octet-stream", file.size());
            } catch (UncheckedIOException unreadable) {
                LOG.error("The artifact {} cannot be read", file.path(), unreadable);
                return DownloadResponse.error(500, "The file cannot be read. Tell an administrator.");
            }
        });
        return new Anchor(handler, file.path().below(folder));
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
