package io.gatehouse.portal.ui.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadTester;
import io.gatehouse.house.TestPeople;
import io.gatehouse.portal.bench.StoredScreenTest;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.promotion.PromotionBench;
import io.gatehouse.promotion.PromotionStory;
import io.gatehouse.risklist.RiskLists;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.test.context.support.WithMockUser;

@StoredScreenTest
@WithMockUser("carl")
class OutcomesViewTest extends SpringBrowserlessTest {
    private static final LocalDate SCORED = LocalDate.of(2026, 1, 5);

    private final PromotionStory story;
    private final PromotionBench bench;
    private final RiskLists lists;
    private final TestPeople people;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    Path folder;

    OutcomesViewTest(PromotionStory story, PromotionBench bench, RiskLists lists, TestPeople people) {
        this.story = story;
        this.bench = bench;
        this.lists = lists;
        this.people = people;
        people.carl();
        people.vera();
    }

    @Test
    void aModelOfWhichNothingIsKnownSaysSoAndHowToSayIt() {
        open(story.told().model());

        assertThat($view(H1.class).single().getText()).startsWith("What became of customers of");
        assertThat(words()).contains("No outcomes yet", "outcome (1 or true for who left", "curl", "/outcomes");
        assertThat($view(Upload.class).exists()).isTrue();
    }

    @Test
    @WithMockUser("vera")
    void whoMayNotSayItReadsWhatWasSaid() {
        open(story.told().model());

        assertThat($view(Upload.class).exists()).isFalse();
        assertThat(words()).contains("Nothing was taken in yet").doesNotContain("curl");
    }

    @Test
    void aFileIsTakenInAndTheFigureInUseStandsThere() throws IOException {
        String model = scored();
        open(model);

        upload(outcomes(100));

        assertThat(words())
                .contains("OI-", "was taken in", "100 customers", "Of 100 nothing was known before")
                .contains("40 customers left and 60 stayed", "40 left, 60 stayed", "computed in the background");
        assertThat($view(ProgressBar.class).exists()).isTrue();
        bench.runJobs();
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
        assertThat($view(ProgressBar.class).exists()).isFalse();
        assertThat(words()).contains("In use its AUC is 0.6750", "RL-");
        Places.go(UI.getCurrent(), Places.model(model));
        assertThat(words())
                .contains(
                        "In use its AUC is 0.6750", "less than the evidence gives", "Only a trial tells the two apart")
                .contains("Say what became of the customers");
    }

    @Test
    void theSameFileAgainSaysThatNothingChanged() throws IOException {
        open(scored());
        upload(outcomes(50));
        upload(outcomes(50));

        assertThat(words()).contains("Nothing changed", "This very file was taken in as OI-");
    }

    @Test
    void aBadFileIsRefusedInPlaceWithRowAndWayOut() throws IOException {
        open(scored());
        upload("id,outcome\nc1,1\nc2,perhaps\n");

        assertThat(words()).contains("Not taken in", "Row 2 below the header says perhaps", "positive_label");
        assertThat(words()).contains("Nothing was taken in yet");
    }

    private void open(String model) {
        Places.go(UI.getCurrent(), Places.outcomes(model));
    }

    private void upload(String csv) {
        UploadTester<Upload> upload =
                test(UploadTester.class, $view(Upload.class).single());
        upload.upload("outcomes.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean leaves(int customer) {
        return customer <= 40;
    }

    private static String outcomes(int count) {
        StringBuilder file = new StringBuilder("id,outcome,observed_on\n");
        for (int i = 1; i <= count; i++) {
            file.append('c').append(i).append(leaves(i) ? ",1," : ",0,").append("2026-04-01\n");
        }
        return file.toString();
    }

    /** Two thirds of the leavers are scored above all stayers, one third below them, by the version in use. */
    private String scored() throws IOException {
        String model = story.told().model();
        StringBuilder csv = new StringBuilder("id,score,contrib_support_tickets_90d,contrib_bias\n");
        for (int i = 1; i <= 100; i++) {
            double score = leaves(i) ? i % 3 == 0 ? 0.3 : 0.8 : 0.4;
            csv.append(String.format(Locale.ROOT, "c%d,%s,%.12f,-3%n", i, score, Math.log(score / (1 - score)) + 3));
        }
        RiskLists.Posted posted = lists.post(
                people.dana(),
                new RiskLists.BatchDescription(model, 2, SCORED, 0.2, "all", null, null, null, List.of()),
                Files.writeString(folder.resolve("scored.csv"), csv));
        assertThat(posted).isInstanceOf(RiskLists.Posted.Listed.class);
        return model;
    }

    private String words() {
        return getCurrentView().getElement().getTextRecursively();
    }
}
