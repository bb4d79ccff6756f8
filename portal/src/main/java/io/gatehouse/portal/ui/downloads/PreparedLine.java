package io.gatehouse.portal.ui.downloads;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.gatehouse.house.Outcome;
import io.gatehouse.house.Refusal;
import io.gatehouse.portal.downloads.Download;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.components.DownloadButton;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.Tone;
import io.gatehouse.preparedfiles.PreparedFile;
import io.gatehouse.preparedfiles.PreparedFile.State;
import io.gatehouse.preparedfiles.PreparedFiles;
import io.gatehouse.sentences.Sentence;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One prepared file: what it is, how far it is, and what can be done with it now. */
class PreparedLine extends ProgressLine {
    private final transient CurrentPerson current;
    private final transient PreparedFiles files;
    private final Runnable changed;
    private final UUID id;
    private final Span actions = new Span();
    private final Paragraph refused = new Paragraph();
    private @Nullable State shown;

    /** @param changed called when something was done that changes more than this line */
    PreparedLine(PreparedFile file, CurrentPerson current, PreparedFiles files, Runnable changed) {
        super(title(file), file.place());
        this.current = current;
        this.files = files;
        this.changed = changed;
        this.id = file.id();
        setId(id.toString());
        refused.getElement().setAttribute("role", "alert");
        refused.setVisible(false);
        words().add(refused);
        actions.addClassName("gh-chips");
        add(actions);
        show(file);
    }

    private static String title(PreparedFile file) {
        return Reader.said(file.title());
    }

    /** Where the file is now. */
    final void show(PreparedFile file) {
        progress(told(file), file.state() == State.RUNNING, file.rowsExpected() > 0 ? file.percent() / 100.0 : null);
        if (file.state() != shown) {
            shown = file.state();
            badge(tone(file.state()), Reader.word(file.state()));
            actions.removeAll();
            offer(file);
        }
    }

    private static Tone tone(State state) {
        return switch (state) {
            case WAITING, RUNNING -> Tone.INFO;
            case DONE -> Tone.OK;
            case INTERRUPTED -> Tone.WATCH;
            case FAILED -> Tone.ACT;
            case CANCELLED, EXPIRED -> Tone.NONE;
        };
    }

    private static String told(PreparedFile file) {
        String asked = text("downloads.asked", Figures.dateTime(file.askedAt()));
        return switch (file.state()) {
            case WAITING -> text("downloads.told.waiting") + " " + asked;
            case RUNNING -> (file.begun() > 1 ? text("downloads.told.again") + " " : "") + progress(file) + " " + asked;
            case INTERRUPTED -> text("downloads.told.interrupted", moment(file.seenAt()));
            case DONE ->
                text(
                        "downloads.told.done",
                        file.fileName(),
                        Figures.bytes(file.size()),
                        moment(file.expiresAt()),
                        moment(file.finishedAt()));
            case FAILED -> failure(file.failure()) + " " + asked;
            case CANCELLED -> text("downloads.told.cancelled", moment(file.finishedAt()));
            case EXPIRED -> text("downloads.told.expired", moment(file.expiresAt()));
        };
    }

    private static String progress(PreparedFile file) {
        if (file.rowsExpected() == 0) {
            return file.rows() == 0
                    ? text("downloads.progress.unknown")
                    : text("downloads.progress.rows", Figures.whole(file.rows()));
        }
        return text("downloads.progress", Figures.whole(file.rows()), Figures.whole(file.rowsExpected()));
    }

    private static String failure(@Nullable Sentence failure) {
        return failure == null ? "" : Reader.said(failure);
    }

    private static String moment(@Nullable Instant moment) {
        return moment == null ? Figures.notKnown() : Figures.dateTime(moment);
    }

    private void offer(PreparedFile file) {
        if (file.state() == State.DONE) {
            DownloadButton download = new DownloadButton(text("downloads.download"), this::taken);
            download.getElement().setAttribute("aria-label", text("downloads.download.of", title(file)));
            actions.add(download);
        }
        if (file.canBeMadeAgain()) {
            actions.add(button("downloads.again", file, () -> files.again(current.actor(), id)));
        }
        if (file.underWay()) {
            actions.add(button("downloads.cancel", file, () -> files.cancel(current.actor(), id)));
        }
    }

    /** Rights are asked for again, whatever this page shows. */
    private Optional<Download> taken() {
        return switch (files.take(current.actor(), id)) {
            case Outcome.Done<PreparedFiles.Taken>(PreparedFiles.Taken taken) ->
                Optional.of(new Download(
                        taken.fileName(),
                        taken.contentType(),
                        out -> {
                            try (InputStream bytes = taken.bytes()) {
                                bytes.transferTo(out);
                            }
                        },
                        true));
            case Outcome.Refused<PreparedFiles.Taken> gone -> Optional.empty();
        };
    }

    private Button button(String key, PreparedFile file, Supplier<Outcome<PreparedFile>> verb) {
        Button button = new Button(text(key), click -> {
            switch (verb.get()) {
                case Outcome.Done<PreparedFile> done -> changed.run();
                case Outcome.Refused<PreparedFile>(Refusal refusal) -> {
                    refused.setText(refusal.sentence().in(Reader.language()));
                    refused.setVisible(true);
                }
            }
        });
        button.setAriaLabel(text(key + ".of", title(file)));
        return button;
    }
}
