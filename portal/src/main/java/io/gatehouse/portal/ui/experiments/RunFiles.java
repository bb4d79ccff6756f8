package io.gatehouse.portal.ui.experiments;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.gatehouse.artifacts.Artifact;
import io.gatehouse.artifacts.ArtifactPath;
import io.gatehouse.artifacts.ArtifactStore;
import io.gatehouse.loggedmodels.LoggedModel;
import io.gatehouse.loggedmodels.LoggedModels;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.components.EmptyState;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.StatusBadge;
import io.gatehouse.portal.ui.components.Table;
import io.gatehouse.portal.ui.components.Tone;
import io.gatehouse.tracking.ModelOutput;
import io.gatehouse.tracking.Run;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files that a run left, and the models that it logged beside them, each file to be taken away. */
@org.springframework.stereotype.Component
class RunFiles {
    private static final Logger LOG = LoggerFactory.getLogger(RunFiles.class);
    private static final int MOST = 200;
    private static final int MOST_MODELS = 20;
    private static final int SHOWN_OF_HASH = 12;

    private final ArtifactStore store;
    private final LoggedModels models;
    private final CurrentPerson current;

    RunFiles(ArtifactStore store, LoggedModels models, CurrentPerson current) {
        this.store = store;
        this.models = models;
        this.current = current;
    }

    Section section(Run run) {
        Section section = new Section(new H2(text("run.files")));
        section.addClassName("gh-section");
        List<LoggedModel> logged = models.ofRun(
                current.actor(),
                run.info().id(),
                run.modelOutputs().stream()
                        .map(ModelOutput::modelId)
                        .limit(MOST)
                        .toList(),
                MOST_MODELS + 1);
        FilePreview preview = new FilePreview(store);
        Optional<ArtifactPath> folder = ArtifactPath.ofLocation(run.info().artifactUri());
        if (folder.isEmpty()) {
            section.add(new EmptyState(
                    text("run.files.elsewhere"),
                    text("run.files.elsewhere.hint", run.info().artifactUri())));
        } else {
            List<Artifact> files = store.filesBelow(current.actor(), folder.get());
            section.add(files.isEmpty() ? none(logged) : table(text("run.files"), files, folder.get(), preview));
            more(section, files.size());
        }
        logged.stream().limit(MOST_MODELS).forEach(model -> section.add(model(model, logged.size() == 1, preview)));
        if (logged.size() > MOST_MODELS) {
            section.add(new Span(text("run.models.more", MOST_MODELS)));
        }
        section.add(preview);
        return section;
    }

    private static Component none(List<LoggedModel> logged) {
        if (logged.isEmpty()) {
            return new EmptyState(text("run.files.empty"), text("run.files.empty.hint"));
        }
        Paragraph line = new Paragraph(text("run.files.only-models"));
        line.addClassName("gh-caption");
        return line;
    }

    /** A model that lies in a folder of its own, as MLflow 3 logs them. */
    private Details model(LoggedModel model, boolean only, FilePreview preview) {
        Span name = new Span(text("run.model", model.name()));
        name.addClassName("gh-strong");
        Span id = new Span(model.id());
        id.addClassNames("gh-caption", "gh-mono");
        Span summary = new Span(name, badge(model.status()));
        summary.addClassName("gh-chips");
        Div box = new Div(id);
        String why = model.statusMessage();
        if (why != null && !why.isBlank()) {
            box.add(new Paragraph(why));
        }
        Details details = new Details(summary, box);
        details.addClassName("gh-run-model");
        Optional<ArtifactPath> folder = ArtifactPath.ofLocation(model.location());
        if (folder.isEmpty()) {
            box.add(new Paragraph(text("run.model.elsewhere", model.location())));
        } else if (only) {
            list(model, folder.get(), box, preview);
        } else {
            // Listing a folder of a bucket is a call over the network, which nobody waits for who does not look into
            // it.
            details.addOpenedChangeListener(opened -> {
                opened.unregisterListener();
                list(model, folder.get(), box, preview);
            });
        }
        details.setOpened(only);
        return details;
    }

    private void list(LoggedModel model, ArtifactPath folder, Div box, FilePreview preview) {
        List<Artifact> files = store.filesBelow(current.actor(), folder);
        Paragraph size = new Paragraph(text(
                files.size() == 1 ? "run.model.size.one" : "run.model.size",
                Figures.whole(files.size()),
                Figures.bytes(files.stream().mapToLong(Artifact::size).sum())));
        size.addClassName("gh-caption");
        box.add(size);
        if (!files.isEmpty()) {
            box.add(table(text("run.model.files", model.name()), files, folder, preview));
            more(box, files.size());
        }
    }

    private static StatusBadge badge(LoggedModel.Status status) {
        Tone tone = switch (status) {
            case READY -> Tone.OK;
            case PENDING -> Tone.INFO;
            case UPLOAD_FAILED -> Tone.ACT;
            case UNSPECIFIED -> Tone.NONE;
        };
        return new StatusBadge(tone, text("run.model.status." + status));
    }

    private static void more(HasComponents where, int files) {
        if (files > MOST) {
            where.add(new Span(text("run.files.more", files - MOST)));
        }
    }

    private Table table(String caption, List<Artifact> files, ArtifactPath folder, FilePreview preview) {
        Table table = new Table(caption)
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
        Button button = new Button(text("run.file.look"), click -> preview.show(file, name, click.getSource()));
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
