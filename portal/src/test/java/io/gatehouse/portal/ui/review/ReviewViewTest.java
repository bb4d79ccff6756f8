package io.gatehouse.portal.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import io.gatehouse.Gatehouse;
import io.gatehouse.house.TestDatabase;
import io.gatehouse.house.TestPeople;
import io.gatehouse.portal.samples.SamplePromotions;
import io.gatehouse.portal.samples.SampleRequests;
import io.gatehouse.portal.samples.Samples;
import io.gatehouse.promotion.PromotionDossier.Choice;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithMockUser;

@SpringBootTest(classes = Gatehouse.class)
@Import({TestDatabase.class, TestPeople.class, Samples.class})
@WithMockUser("priya")
class ReviewViewTest extends SpringBrowserlessTest {
    @Autowired
    private TestPeople people;

    @Autowired
    private SamplePromotions promotions;

    @BeforeEach
    void everybodyIsKnown() {
        people.priya();
        people.dana();
        people.vera();
        promotions.votes().clear();
    }

    @Test
    void theTitleAsksWhatIsToBeDecided() {
        open(SampleRequests.IN_REVIEW);

        assertThat($(H1.class).single().getText())
                .isEqualTo("Replace version 2 of streamflow-churn-predictor with version 5?");
        assertThat(page()).contains("Needs 1 approval", "4 passed", "0 of 1 approval");
    }

    @Test
    void aFailedCheckComesFirstAndSaysByHowMuch() {
        open(SampleRequests.UNFAIR);

        List<H3> questions = $(H3.class).all();
        assertThat(questions.getFirst().getText()).isEqualTo("Does it find leavers equally well in every segment?");
        assertThat(page())
                .contains("3 passed · 1 failed", "66 of 100", "0.71 (0.66 to 0.77)", "asked for: at least 0.80");
    }

    @Test
    void aGroupTooSmallToJudgeSaysSoAndItsNameIsNoMarkup() {
        open(SampleRequests.IN_REVIEW);

        assertThat(page()).contains("too few to judge (n = 14)", "islands <pilot>");
    }

    @Test
    void approvingRepeatsWhatItBringsAboutAndIsBoundToTheEvidenceRead() {
        open(SampleRequests.IN_REVIEW);
        press("Approve");

        assertThat(page()).contains("Version 5 takes over from version 2 at once");
        press("Yes, approve");

        assertThat(promotions.votes())
                .containsExactly(new SamplePromotions.Cast(42, Choice.APPROVE, "", "cd41".repeat(16)));
    }

    @Test
    void rejectingTakesAReason() {
        open(SampleRequests.IN_REVIEW);
        press("Reject");
        press("Yes, reject");

        assertThat(promotions.votes()).isEmpty();
        assertThat($(TextArea.class).single().getErrorMessage()).startsWith("Say why");

        test($(TextArea.class).single()).setValue("Too few young subscribers in training.");
        press("Yes, reject");
        assertThat(promotions.votes()).extracting(SamplePromotions.Cast::choice).containsExactly(Choice.REJECT);
    }

    @Test
    void aVoteOnWhatHasChangedMeanwhileIsRefusedInWords() {
        open(SampleRequests.IN_REVIEW);
        press("Ask for changes");
        test($(TextArea.class).single()).setValue("stale");
        press("Ask for changes", 1);

        assertThat(page()).contains("This review changed while you were reading.", "A new evaluation came in");
        assertThat(promotions.votes()).isEmpty();
    }

    @Test
    void aFailedCheckTakesTheApproveButtonAway() {
        open(SampleRequests.UNFAIR_IN_REVIEW);

        assertThat(buttons()).contains("Reject").doesNotContain("Approve");
        assertThat(page()).contains("A failed check stands in the way of approving.");
    }

    @Test
    @WithMockUser("dana")
    void whoAskedReadsWhySomeoneElseMustApprove() {
        open(SampleRequests.IN_REVIEW);

        assertThat(buttons()).doesNotContain("Approve", "Reject").contains("Withdraw the request");
        assertThat(words($(Aside.class).single())).contains("You asked for this, so someone else must approve.");
    }

    @Test
    @WithMockUser("dana")
    void missingEvidenceSaysWhatToLogAndOffersToCheckAgain() {
        open(SampleRequests.WITHOUT_EVIDENCE);

        assertThat(page()).contains("Log evaluation/predictions.parquet");
        assertThat(buttons()).contains("Run the checks again");
    }

    @Test
    void runningChecksAreLookedAtAgainByThemselves() {
        open(SampleRequests.EVALUATING);

        assertThat(page()).contains("The checks are running");
        assertThat(UI.getCurrent().getPollInterval()).isPositive();

        open(SampleRequests.IN_REVIEW);
        assertThat(UI.getCurrent().getPollInterval()).isNegative();
    }

    @Test
    void decidedAndWithdrawnAndOutdatedRequestsOnlyRead() {
        for (long number : List.of(
                SampleRequests.EXECUTED, SampleRequests.WITHDRAWN, SampleRequests.OUTDATED, SampleRequests.UNFAIR)) {
            open(number);
            assertThat(buttons()).doesNotContain("Approve", "Reject", "Withdraw the request");
            assertThat(page()).contains("This request is closed.");
        }
    }

    @Test
    void anUnknownRequestIsNamed() {
        open(999);

        assertThat(page()).contains("There is no promotion request “PR-999”.");
    }

    @Test
    void otherAssumptionsAreCountedAtOnceAndNotSaved() {
        open(SampleRequests.IN_REVIEW);
        assertThat(page()).contains("Not saved", "Net a month $57,824, where $57,824 is agreed");

        NumberField saved = $(NumberField.class).all().getLast();
        test(saved).setValue(15.0);

        assertThat(page()).contains("Net a month $23,320, where $57,824 is agreed");
    }

    private static void open(long number) {
        UI.getCurrent().navigate("promotions/PR-" + number);
    }

    private void press(String words) {
        press(words, 0);
    }

    private void press(String words, int which) {
        List<Button> found = $(Button.class).all().stream()
                .filter(button -> button.getText().equals(words))
                .toList();
        test(found.get(which)).click();
    }

    private List<String> buttons() {
        return $(Button.class).all().stream().map(Button::getText).toList();
    }

    /** The text of the page and of a dialog over it. */
    private String page() {
        return Stream.concat($(Main.class).all().stream(), $(Dialog.class).all().stream())
                .map(ReviewViewTest::words)
                .collect(Collectors.joining("\n"));
    }

    private static String words(Component component) {
        return component.getElement().getTextRecursively();
    }
}
