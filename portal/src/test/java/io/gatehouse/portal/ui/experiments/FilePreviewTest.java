package io.gatehouse.portal.ui.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Pre;
import io.gatehouse.artifacts.ArtifactPath;
import io.gatehouse.artifacts.ArtifactStore;
import io.gatehouse.house.HouseClock;
import io.gatehouse.house.TestPeople;
import io.gatehouse.portal.ui.ScreenTest;
import io.gatehouse.portal.ui.components.Table;
import io.gatehouse.tracking.Experiments;
import io.gatehouse.tracking.Runs;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser("dana")
class FilePreviewTest extends ScreenTest {
    private static final byte[] PNG = "\u0089PNG\r\n\u001a\nrest".getBytes(StandardCharsets.ISO_8859_1);

    private final TestPeople people;
    private final ArtifactStore store;
    private final String run;
    private final ArtifactPath folder;

    FilePreviewTest(TestPeople people, Runs runs, Experiments experiments, HouseClock clock, ArtifactStore store) {
        super(people);
        this.people = people;
        this.store = store;
        var info = runs.create(
                        people.dana(),
                        new Runs.NewRun(
                                experiments.create(people.dana(), "files " + UUID.randomUUID(), "", List.of()),
                                "",
                                Optional.of("blue fox"),
                                OptionalLong.of(clock.millis()),
                                List.of()))
                .info();
        this.run = info.id();
        this.folder = ArtifactPath.ofLocation(info.artifactUri()).orElseThrow();
    }

    @Test
    void textIsShownAsTextWhateverItIsMadeOf() {
        write("page.html", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        open("runs/" + run);
        look("page.html");
        assertThat($view(Pre.class).single().getText()).isEqualTo("<script>alert(1)</script>");
    }

    @Test
    void aPictureIsOneByItsBytesAndNotByItsName() {
        write("curve.png", PNG);
        write("trap.png", "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8));
        open("runs/" + run);
        look("curve.png");
        assertThat($view(Image.class).single().getAlt()).contains("Picture curve.png");
        look("trap.png");
        assertThat($view(Image.class).all()).isEmpty();
        assertThat(words()).contains("This is no picture, whatever its name says.");
    }

    @Test
    void ofALongFileTheBeginningIsShownAndOfOthersNothing() {
        write("train.log", "line\n".repeat(20_000).getBytes(StandardCharsets.UTF_8));
        write("model.pkl", new byte[] {1, 2, 3});
        write("odd.txt", new byte[] {1, 0, 3});
        open("runs/" + run);
        assertThat($view(Button.class).all())
                .noneMatch(
                        button -> "Look at model.pkl".equals(button.getElement().getAttribute("aria-label")));
        look("train.log");
        assertThat($view(Pre.class).single().getText()).hasSize(32 * 1024);
        assertThat(words()).contains("This is the beginning.");
        look("odd.txt");
        assertThat(words()).contains("This is no text.");
    }

    @Test
    void aLoggedTableIsShownAsATableWhoseCellsAreText() {
        write(
                "answers.json",
                "{\"columns\":[\"question\",\"score\"],\"data\":[[\"<b>why?</b>\",0.5],[null,{\"a\":1}]]}"
                        .getBytes(StandardCharsets.UTF_8));
        open("runs/" + run);
        look("answers.json");
        Table table = shown();
        assertThat(table.columns()).isEqualTo(2);
        assertThat(table.rows()).isEqualTo(2);
        assertThat(table.getElement().getTextRecursively()).contains("question", "<b>why?</b>", "0.5", "{\"a\":1}");
        assertThat(words()).doesNotContain("This is the beginning");
    }

    @Test
    void cellsInQuotesHoldSeparatorsAndOfALongTableTheBeginningIsShown() {
        write(
                "quoted.csv",
                ("name,words\r\n\"Ann, Lee\",\"says \"\"hi\"\"\ntwice\"\r\n" + "x,y\r\n".repeat(200))
                        .getBytes(StandardCharsets.UTF_8));
        open("runs/" + run);
        look("quoted.csv");
        assertThat(shown().rows()).isEqualTo(100);
        assertThat(shown().getElement().getTextRecursively()).contains("Ann, Lee", "says \"hi\"\ntwice");
        assertThat(words()).contains("at most 100 rows and 50 columns");
    }

    @Test
    void emptyLinesTakeTheirPlaceFromNoRow() {
        write("gaps.csv", ("name,words\n\n" + "x,y\n\r\n".repeat(200)).getBytes(StandardCharsets.UTF_8));
        write("all.csv", ("name,words\n\n" + "x,y\n\n".repeat(100)).getBytes(StandardCharsets.UTF_8));
        open("runs/" + run);
        look("gaps.csv");
        assertThat(shown().rows()).isEqualTo(100);
        assertThat(words()).contains("This is the beginning");
        look("all.csv");
        assertThat(shown().rows()).isEqualTo(100);
        assertThat(words()).doesNotContain("This is the beginning");
    }

    @Test
    void aQuoteThatIsNeverClosedLeavesTheFileAText() {
        write("open.csv", ("name,words\nx,\"y\n" + "x,y\n".repeat(20)).getBytes(StandardCharsets.UTF_8));
        open("runs/" + run);
        look("open.csv");
        assertThat($view(Pre.class).single().getText()).startsWith("name,words\nx,\"y\nx,y");
    }

    @Test
    void whatIsNoTableStaysText() {
        write("settings.json", "{\"columns\":[\"a\"],\"data\":[[1,2]]}".getBytes(StandardCharsets.UTF_8));
        open("runs/" + run);
        look("settings.json");
        assertThat($view(Pre.class).single().getText()).contains("\"data\"");
    }

    @Test
    void theLookIsClosedAgain() {
        write("page.txt", "words".getBytes(StandardCharsets.UTF_8));
        open("runs/" + run);
        look("page.txt");
        test($view(Button.class).withText("Close").single()).click();
        assertThat($view(FilePreview.class).all()).isEmpty();
    }

    private Table shown() {
        return $view(Table.class).all().stream()
                .filter(table -> table.getElement().getAttribute("aria-label").startsWith("Table "))
                .findFirst()
                .orElseThrow();
    }

    private void look(String file) {
        test($view(Button.class).all().stream()
                        .filter(button ->
                                ("Look at " + file).equals(button.getElement().getAttribute("aria-label")))
                        .findFirst()
                        .orElseThrow())
                .click();
    }

    private void write(String name, byte[] bytes) {
        store.write(people.dana(), folder.resolve(name), new ByteArrayInputStream(bytes), OptionalLong.empty());
    }
}
