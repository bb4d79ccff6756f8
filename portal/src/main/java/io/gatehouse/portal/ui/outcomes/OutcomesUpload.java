package io.gatehouse.portal.ui.outcomes;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.streams.UploadEvent;
import io.gatehouse.outcomes.Intake;
import io.gatehouse.outcomes.Outcomes;
import io.gatehouse.outcomes.Outcomes.TakenIn;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.components.FieldWords;
import io.gatehouse.portal.ui.components.Notice;
import io.gatehouse.portal.ui.components.Reader;
import io.gatehouse.portal.ui.components.Tone;
import io.gatehouse.sentences.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Where a file of outcomes is dropped, and what came of it. */
class OutcomesUpload extends Div {
    private static final int MOST_BYTES = 256 << 20;

    private final transient CurrentPerson current;
    private final transient Outcomes outcomes;
    private final String model;
    private final transient Runnable stored;
    private final Div said = new Div();

    /** Written while the file comes in, which happens beside the screen; read once the browser says that it is over. */
    private final transient AtomicReference<@Nullable TakenIn> result = new AtomicReference<>();

    /** @param stored told once something was taken in */
    OutcomesUpload(CurrentPerson current, Outcomes outcomes, String model, Runnable stored) {
        this.current = current;
        this.outcomes = outcomes;
        this.model = model;
        this.stored = stored;
        said.getElement().setAttribute("role", "status");
        Upload upload = new Upload(this::receive);
        upload.setI18n(FieldWords.upload());
        upload.setMaxFiles(1);
        upload.setMaxFileSize(MOST_BYTES);
        upload.setAcceptedFileTypes(".csv", ".parquet", "text/csv");
        upload.setUploadButton(new Button(text("outcomes.send.button")));
        upload.setDropLabel(new Span(text("outcomes.send.drop")));
        upload.addAllFinishedListener(finished -> {
            upload.clearFileList();
            show(result.getAndSet(null));
        });
        upload.addFileRejectedListener(rejected -> tell(
                text("outcomes.refused"),
                Tone.ACT,
                List.of(text(
                        rejected.getErrorMessage().contains("Big") ? "outcomes.send.large" : "outcomes.send.type"))));
        add(upload, said);
    }

    /** Called without the lock of the session: other clicks are answered while a long file is read. */
    private void receive(UploadEvent event) throws IOException {
        Path table = Files.createTempFile("outcomes", ".table");
        try {
            Files.copy(event.getInputStream(), table, StandardCopyOption.REPLACE_EXISTING);
            result.set(outcomes.takeIn(current.actor(), Outcomes.Arrival.of(model), table));
        } finally {
            Files.delete(table);
        }
    }

    /** @param taken absent if the file broke off on its way */
    void show(@Nullable TakenIn taken) {
        switch (taken) {
            case null -> tell(text("outcomes.refused"), Tone.ACT, List.of(text("outcomes.send.failed")));
            case TakenIn.Stored(Intake intake) -> {
                tell(
                        text("outcomes.taken", intake.name()),
                        Tone.OK,
                        intake.summary().stream().map(Reader::said).toList());
                stored.run();
            }
            case TakenIn.Already(Intake intake, Sentence sentence) ->
                tell(text("outcomes.already"), Tone.INFO, List.of(sentence.in(Reader.language())));
            case TakenIn.Refused refused ->
                tell(
                        text("outcomes.refused"),
                        Tone.ACT,
                        List.of(refused.sentence().in(Reader.language())));
        }
    }

    private void tell(String heading, Tone tone, List<String> sentences) {
        Div notice = new Notice(tone, new H3(heading));
        if (sentences.size() == 1) {
            notice.add(new Paragraph(sentences.getFirst()));
        } else {
            UnorderedList list = new UnorderedList();
            sentences.forEach(sentence -> list.add(new ListItem(sentence)));
            notice.add(list);
        }
        said.removeAll();
        said.add(notice);
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
