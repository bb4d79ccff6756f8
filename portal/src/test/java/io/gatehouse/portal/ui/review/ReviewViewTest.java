package io.gatehouse.portal.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import io.gatehouse.checks.CheckName;
import io.gatehouse.house.TestPeople;
import io.gatehouse.portal.samples.SampleDiscussions;
import io.gatehouse.portal.samples.SamplePromotions;
import io.gatehouse.portal.samples.SampleRequests;
import io.gatehouse.portal.samples.SampleScreenTest;
import io.gatehouse.portal.samples.Story;
import io.gatehouse.portal.ui.components.Figures;
import io.gatehouse.promotion.PromotionDossier.Choice;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

@SampleScreenTest
@WithMockUser("priya")
class ReviewViewTest extends SpringBrowserlessTest {
    @Autowired
    private TestPeople people;

    @Autowired
    private SamplePromotions promotions;

    @Autowired
    private SampleDiscussions discussions;

    @BeforeEach
    void everybodyIsKnown() {
        people.priya();
        people.dana();
        people.vera();
        promotions.votes().clear();
        promotions.evaluatedAgain().clear();
        discussions.said().clear();
    }

    @Test
    void theTitleAsksWhatIsToBeDecided() {
        open(SampleRequests.IN_REVIEW);

        assertThat($(H1.class).single().getText())
                .isEqualTo("Replace version 2 of streamflow-churn-predictor with version 5?");
        assertThat(page()).contains("Needs 1 approval", "4 passed", "0 of 1 approval");
    }

    @Test
    void aListBesideTheDecisionLeadsToEveryPartOfTheReview() {
        open(SampleRequests.IN_REVIEW);
        OnThisPage contents = $(OnThisPage.class).single();
        List<String> parts = $(Section.class).all().stream()
                .map(section -> section.getId().orElse(""))
                .toList();

        assertThat($(Anchor.class, contents).all())
                .extracting(Anchor::getText)
                .contains("Checks", "Fairness by segment", "Discussion (2)", "Votes and history");
        assertThat($(Anchor.class, contents).all())
                .allSatisfy(link -> assertThat(parts)
                        .contains(link.getHref().substring(link.getHref().indexOf('#') + 1)));
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
                .containsExactly(
                        new SamplePromotions.Cast(SampleRequests.IN_REVIEW, Choice.APPROVE, "", "cd41".repeat(16)));
    }

    @Test
    void whatIsApprovedForLaterSaysFromWhenAndCanBeSentBackButNotBroughtForward() {
        open(SampleRequests.SCHEDULED);
        String when = Figures.dateTime(SampleRequests.MOMENT);

        assertThat(page()).contains("Scheduled", "Comes into use on " + when, "Nobody can bring that forward");
        assertThat(buttons())
                .contains("Send back to its checks")
                .doesNotContain("Approve", "Reject", "Ask for changes");
        press("Send back to its checks");
        assertThat(promotions.evaluatedAgain()).isEmpty();
        test($(ConfirmDialog.class).single()).confirm();
        assertThat(promotions.evaluatedAgain()).containsExactly(SampleRequests.SCHEDULED);
    }

    @Test
    void approvingWhatThePolicySchedulesSaysFromWhenItWouldBeInUse() {
        open(SampleRequests.SCHEDULES);
        String when = Figures.dateTime(SampleRequests.MOMENT);
        assertThat(page()).contains("comes into use on " + when + " at the earliest");

        press("Approve");
        assertThat(page())
                .contains("from " + when + " on, if everything still holds then")
                .doesNotContain("takes over from");
    }

    @Test
    @WithMockUser("dana")
    void whoAskedCanWithdrawWhatIsApprovedForLater() {
        open(SampleRequests.SCHEDULED);

        assertThat(buttons()).contains("Withdraw the request", "Send back to its checks");
    }

    @Test
    void rejectingTakesAReason() {
        open(SampleRequests.IN_REVIEW);
        press("Reject");
        press("Yes, reject");

        assertThat(promotions.votes()).isEmpty();
        assertThat(reason().getErrorMessage()).startsWith("Say why");

        test(reason()).setValue("Too few young subscribers in training.");
        press("Yes, reject");
        assertThat(promotions.votes()).extracting(SamplePromotions.Cast::choice).containsExactly(Choice.REJECT);
        assertThat(keyboardOn()).containsExactly("status");
    }

    @Test
    void aVoteOnWhatHasChangedMeanwhileIsRefusedInWords() {
        open(SampleRequests.IN_REVIEW);
        press("Ask for changes");
        test(reason()).setValue("stale");
        press("Ask for changes", 1);

        assertThat(page()).contains("This review changed while you were reading.", "A new evaluation came in");
        assertThat(promotions.votes()).isEmpty();
    }

    @Test
    void aChangeOfWhatWasJudgedStandsFirstWithTheOneClickThatHelps() {
        open(SampleRequests.CHANGED);

        assertThat(page())
                .contains("The approvals no longer hold", "the value assumptions: version 3 → 4", "0 of 1 approval");
        press("Run the checks again");
        assertThat(promotions.evaluatedAgain()).containsExactly(SampleRequests.CHANGED);
    }

    @Test
    void pressingApproveTwiceVotesOnce() {
        open(SampleRequests.IN_REVIEW);
        press("Approve");
        Button yes = $(Button.class).all().stream()
                .filter(button -> button.getText().equals("Yes, approve"))
                .findFirst()
                .orElseThrow();

        assertThat(yes.isDisableOnClick()).isTrue();
        test(yes).click();
        assertThat(promotions.votes()).hasSize(1);
        assertThat($(Dialog.class).all()).noneMatch(Dialog::isOpened);
    }

    @Test
    void aRefusedVoteKeepsWhatWasWrittenAndCannotBeSentAgain() {
        open(SampleRequests.IN_REVIEW);
        press("Reject");
        test(reason()).setValue("stale");
        press("Yes, reject");

        assertThat(reason().getValue()).isEqualTo("stale");
        assertThat($(Button.class).all())
                .filteredOn(button -> button.getText().equals("Yes, reject"))
                .noneMatch(Button::isEnabled);
    }

    @Test
    void aCheckIsDiscussedWhereItStandsAndTheThreadSaysWhatItIsAbout() {
        open(SampleRequests.IN_REVIEW);
        assertThat(words(part("discussion")))
                .contains("Discussion (2)", "Priya Shah", "about Fairness by segment", "Is the gap for 18 to 24");
        assertThat(buttons()).contains("Discuss (2)", "Discuss");

        press("Discuss (2)");
        press("Comment");
        assertThat(comment().getErrorMessage()).isEqualTo("Write something first.");
        test(comment()).setValue("And on tablets?");
        press("Comment");

        assertThat(discussions.said()).singleElement().satisfies(said -> {
            assertThat(said.check()).isEqualTo(CheckName.FAIRNESS);
            assertThat(said.words()).isEqualTo("And on tablets?");
        });
        assertThat(keyboardOn()).containsExactly("comment-1");
    }

    @Test
    void aCommentThatIsRefusedKeepsItsWords() {
        open(SampleRequests.IN_REVIEW);
        test(comment()).setValue("gone");
        press("Comment");

        assertThat(comment().getValue()).isEqualTo("gone");
        assertThat(page()).contains("There is no such request any more.");
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

        assertThat(page())
                .containsOnlyOnce("Log evaluation/predictions.parquet")
                .contains("What is missing stands at the top of this page.");
        assertThat(buttons()).contains("Run the checks again");
    }

    @Test
    @WithMockUser("dana")
    void whoeverMayLogIsShownHowWithTheRunTheModelAndTheColumnsOfThePolicy() {
        open(SampleRequests.WITHOUT_EVIDENCE);

        assertThat(page())
                .contains(
                        "Show me how", "segments", "plan_type", "get_registered_model(\"streamflow-churn-predictor\")")
                .contains("client.log_artifacts(\"" + Story.runOf(7) + "\", str(folder), \"evaluation\")");
    }

    @Test
    @WithMockUser("vera")
    void whoeverMayNotLogIsNotShownHow() {
        open(SampleRequests.WITHOUT_EVIDENCE);

        assertThat(page()).doesNotContain("Show me how");
    }

    @Test
    void aLinkBesideTheOneToTheContentSkipsToTheDecision() {
        open(SampleRequests.IN_REVIEW);
        Anchor skip = $(Anchor.class).all().stream()
                .filter(link -> link.getText().equals("Skip to the decision"))
                .findFirst()
                .orElseThrow();
        assertThat(skip.getHref()).isEqualTo("#decision");
        assertThat($(Aside.class).single().getId()).contains("decision");

        UI.getCurrent().navigate("promotions");
        assertThat(skip.isVisible()).isFalse();
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
    void onceDecidedTheTitleSaysWhatBecameOfIt() {
        open(SampleRequests.UNFAIR);
        assertThat($(H1.class).single().getText()).endsWith("of streamflow-churn-predictor did not replace version 2");
        open(SampleRequests.EXECUTED);
        assertThat($(H1.class).single().getText()).contains(" replaced version ");
        open(SampleRequests.SCHEDULED);
        assertThat($(H1.class).single().getText()).contains(" is to replace version ");
    }

    @Test
    void whoeverApprovesReadsWhatWasLastSaidInTheDiscussion() {
        open(SampleRequests.IN_REVIEW);
        press("Approve");

        assertThat(words($(Dialog.class).single()))
                .contains("Last said in the discussion, by Dana Ortiz on ", "“It is: 0.97 there.”");
    }

    @Test
    void anUnknownRequestIsNamed() {
        open(999);

        assertThat(page()).contains("There is no promotion request “PR-999”.");
    }

    @Test
    void otherAssumptionsAreCountedAtOnceAndNotSaved() {
        open(SampleRequests.IN_REVIEW);
        assertThat(page()).contains("Not saved", "Worth $57,824 a month before running it, where $57,824 is agreed");

        NumberField saved = $(NumberField.class).all().getLast();
        test(saved).setValue(15.0);

        assertThat(page()).contains("Worth $23,320 a month before running it, where $57,824 is agreed");
    }

    @Test
    void aRefusedRequestSaysAtOnceWhyAndWhatWouldChangeIt() {
        open(SampleRequests.UNFAIR_IN_REVIEW);

        assertThat(headings().subList(0, 3))
                .containsExactly("What the evidence says", "What would change it", "Checks");
        assertThat(page())
                .contains(
                        "At a threshold of 41 % instead of 20 % it would pass performance, fairness and ROI, with about 2,400"
                                + " customers on the monthly list instead of 3,200.",
                        "to be allowed at the acting threshold it would have to find about 75 of 100 leavers there; it finds 66",
                        "passes at 41 % to 60 %",
                        "20 % now, 41 % would pass");
    }

    @Test
    void whereNoThresholdPassesItSaysWhatStandsInTheWay() {
        open(SampleRequests.WORTH_LESS);

        assertThat(page())
                .contains(
                        "At no threshold from 1 to 99 % would it pass: ROI stands in the way at every one.",
                        "a month with it is worth −$5,240 beside version 2", "passes nowhere");
    }

    @Test
    void theVerdictsAtAllThresholdsStandInATableOfTheirOwn() {
        open(SampleRequests.UNFAIR_IN_REVIEW);

        Section wayOut = part("way-out");
        assertThat(wayOut.getElement().getTextRecursively())
                .contains("35 % to 40 %", "41 % to 60 %", "Too close to call");
    }

    @Test
    void aVersionThatPassesSaysHowFarItsThresholdCouldBeMoved() {
        open(SampleRequests.IN_REVIEW);

        assertThat(headings()).contains("How far its threshold could be moved").doesNotContain("What would change it");
        assertThat(page()).contains("at every threshold from 8 % to 60 %");
    }

    @Test
    void roiTellsTheMonthWithItsRangeAndWhatItHangsOn() {
        open(SampleRequests.IN_REVIEW);

        assertThat(words(part("roi")))
                .contains(
                        "Modelled, not measured",
                        "$57K",
                        "Worth a month, after running it",
                        "likely between $55K and $60K",
                        "likely between 153 % and 171 %",
                        "pays from a save rate of 5 % on; 30 % is assumed",
                        "−$6,100 to $92K, may lose",
                        "All lines together",
                        "Version 1, answered for by Rita Gomez");
    }

    @Test
    void pairsOfGroupsAreMadeWhenSomebodyOpensThemWorstFirstAndTooFewLast() {
        open(SampleRequests.IN_REVIEW);
        Details pairs = $(Details.class).all().stream()
                .filter(details -> details.getSummaryText().startsWith("Groups of two attributes"))
                .findFirst()
                .orElseThrow();
        assertThat(pairs.getSummaryText())
                .isEqualTo("Groups of two attributes: 3 looked at, 1 failed, 1 too few to judge");
        assertThat(words(pairs)).doesNotContain("18-24 × north");

        pairs.setOpened(true);

        assertThat(words(pairs))
                .containsSubsequence("18-24 × north", "25-34 × south", "18-24 × islands <pilot>", "410");
    }

    @Test
    void groupsTooFewToJudgeComeBeforeThePictureAndMultiplicityAfterIt() {
        open(SampleRequests.IN_REVIEW);

        assertThat(words(part("fairness")))
                .containsSubsequence(
                        "Too few to judge: 1", "islands <pilot>", "Age band", "Comparisons made at once: 8.");
    }

    @Test
    void whatTheRunClaimedIsHeldAgainstTheEvidence() {
        open(SampleRequests.IN_REVIEW);

        assertThat(words(part("performance"))).contains("32.5 % do leave", "The run logged test_f1 = 0.9100");
    }

    @Test
    void theStatisticianReadsHowEachIntervalWasComputed() {
        open(SampleRequests.IN_REVIEW);

        assertThat(page()).contains("How sure, for the statistician", "DeLong, 95 %", "Koopman score, 90 %", "Fieller");
    }

    @Test
    void theRulingCanBeCopiedAndJudgedAgainWithoutThePortal() {
        open(SampleRequests.IN_REVIEW);

        assertThat(page())
                .contains(
                        "ab07".repeat(16),
                        "./gatehouse evaluate 'predictions.parquet' --case case.json --format json --output ruling.json");
        assertThat(buttons()).contains("Copy");
    }

    /** In the dialog of a decision. */
    private TextArea reason() {
        return area(true);
    }

    /** What the keyboard was put on, which Tab does not reach. */
    private List<String> keyboardOn() {
        return $(Component.class).all().stream()
                .filter(component -> "-1".equals(component.getElement().getAttribute("tabindex")))
                .flatMap(component -> component.getId().stream())
                .filter(id -> id.startsWith("comment-") || id.equals("status"))
                .toList();
    }

    /** In the discussion. */
    private TextArea comment() {
        return area(false);
    }

    private TextArea area(boolean inDialog) {
        return $(TextArea.class).all().stream()
                .filter(area -> area.getLabel().equals("Your comment") != inDialog)
                .findFirst()
                .orElseThrow();
    }

    private List<String> headings() {
        return $(H2.class).all().stream().map(H2::getText).toList();
    }

    private Section part(String id) {
        return $(Section.class).all().stream()
                .filter(section -> section.getId().filter(id::equals).isPresent())
                .findFirst()
                .orElseThrow();
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
