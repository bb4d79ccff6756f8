package io.gatehouse.portal.ui.experiments;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.gatehouse.artifacts.Artifact;
import io.gatehouse.artifacts.ArtifactStore;
import io.gatehouse.portal.ui.components.Table;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A look at a file without taking it away. What a run left is untrusted: text is shown as text, whatever it is made of, and pictures are
 * those whose bytes say that they are one, so that nothing of a file ever runs in this page. Everything else is a download.
 */
class FilePreview extends Div {
    private static final int MOST_TEXT = 32 * 1024;
    /** A logged table is read whole or not at all. */
    private static final int MOST_TABLE = 1024 * 1024;

    private static final Set<String> TABLES = Set.of("csv", "tsv", "json");
    private static final int MOST_PICTURE = 4 * 1024 * 1024;
    private static final Set<String> TEXTS = Set.of(
            "txt", "log", "csv", "tsv", "json", "jsonl", "ndjson", "yaml", "yml", "toml", "ini", "cfg", "md", "py", "r",
            "sql", "xml", "html", "svg", "env", "lock");
    private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "gif");
    private static final Set<String> NAMES = Set.of("mlmodel", "dockerfile", "license", "readme");

    private final transient ArtifactStore store;
    private @Nullable Button opener;

    FilePreview(ArtifactStore store) {
        this.store = store;
        addClassNames("gh-panel", "gh-file-preview", "gh-no-print");
        setVisible(false);
        Shortcuts.addShortcutListener(this, this::close, Key.ESCAPE).listenOn(this);
    }

    private void close() {
        setVisible(false);
        if (opener != null) {
            opener.focus();
        }
    }

    /** Whether its name says that it can be looked at. */
    static boolean fits(Artifact file) {
        String name = file.path().name().toLowerCase(Locale.ROOT);
        return TEXTS.contains(ending(name)) || NAMES.contains(name) || isPicture(file);
    }

    private static boolean isPicture(Artifact file) {
        return PICTURES.contains(ending(file.path().name().toLowerCase(Locale.ROOT))) && file.size() <= MOST_PICTURE;
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** @param from what was pressed, to which the reader comes back */
    void show(Artifact file, String name, Button from) {
        opener = from;
        removeAll();
        H3 title = new H3(name);
        title.getElement().setAttribute("tabindex", "-1");
        Button close = new Button(text("run.file.close"), click -> close());
        close.addThemeVariants(ButtonVariant.SMALL);
        Div head = new Div(title, close);
        head.addClassName("gh-header-line");
        add(head);
        setVisible(true);
        try {
            if (isPicture(file)) {
                picture(file, name);
            } else {
                words(file, name);
            }
        } catch (IOException | UncheckedIOException unreadable) {
            add(new Paragraph(text("run.file.unreadable")));
        }
        title.getElement().executeJs("this.focus({preventScroll: true})");
        getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
    }

    private void words(Artifact file, String name) throws IOException {
        if (table(file, name)) {
            return;
        }
        byte[] begin = begin(file, MOST_TEXT);
        String words = new String(begin, StandardCharsets.UTF_8);
        if (words.indexOf('\0') >= 0) {
            add(new Paragraph(text("run.file.no-text")));
            return;
        }
        Pre box = new Pre(words);
        box.addClassNames("gh-snippet", "gh-mono");
        box.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", text("run.file.begin", name));
        add(box);
        if (file.size() > begin.length) {
            Paragraph rest = new Paragraph(text("run.file.rest"));
            rest.addClassName("gh-caption");
            add(rest);
        }
    }

    /** @return whether it is a table */
    private boolean table(Artifact file, String name) throws IOException {
        String ending = ending(file.path().name().toLowerCase(Locale.ROOT));
        if (!TABLES.contains(ending)) {
            return false;
        }
        byte[] begin = begin(file, MOST_TABLE);
        boolean whole = file.size() <= begin.length;
        String words = new String(begin, StandardCharsets.UTF_8);
        Optional<TextTable> table = words.indexOf('\0') >= 0 ? Optional.empty() : TextTable.of(ending, words, whole);
        table.ifPresent(found -> {
            add(new Cells(name, found));
            if (found.moreRows() || found.moreColumns() || !whole) {
                Paragraph rest =
                        new Paragraph(text("run.file.table.rest", TextTable.MOST_ROWS, TextTable.MOST_COLUMNS));
                rest.addClassName("gh-caption");
                add(rest);
            }
        });
        return table.isPresent();
    }

    /** Its cells as text, side by side on every screen. */
    private static class Cells extends Table {
        Cells(String name, TextTable table) {
            super(text("run.file.table", name));
            untitled().compact();
            alwaysSideBySide();
            table.columns().forEach(this::column);
            table.rows().forEach(row -> row(row.toArray(String[]::new)));
        }
    }

    private void picture(Artifact file, String name) throws IOException {
        Optional<String> type = type(begin(file, 12));
        if (type.isEmpty()) {
            add(new Paragraph(text("run.file.no-picture")));
            return;
        }
        String told = type.get();
        // Read again for whoever asks, and told to the browser as the picture that its bytes are, never as what its
        // name says.
        add(new Image(
                DownloadHandler.fromInputStream(event -> {
                            event.getResponse().setHeader("X-Content-Type-Options", "nosniff");
                            event.getResponse().setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
                            return new DownloadResponse(
                                    new ByteArrayInputStream(begin(file, MOST_PICTURE)),
                                    file.path().name(),
                                    told,
                                    file.size());
                        })
                        .inline(),
                text("run.file.picture", name)));
    }

    private byte[] begin(Artifact file, int most) throws IOException {
        try (InputStream bytes = store.open(file)) {
            return bytes.readNBytes(most);
        }
    }

    /** By the bytes that such files begin with. */
    static Optional<String> type(byte[] begin) {
        String bytes = new String(begin, StandardCharsets.ISO_8859_1);
        if (bytes.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of("image/png");
        }
        if (bytes.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of("image/jpeg");
        }
        return bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a") ? Optional.of("image/gif") : Optional.empty();
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
