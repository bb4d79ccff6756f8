package io.gatehouse.portal.ui.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import io.gatehouse.house.TestPeople;
import io.gatehouse.portal.samples.SampleRollbacks;
import io.gatehouse.portal.ui.ScreenTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser("priya")
class RollbackScreenTest extends ScreenTest {
    private static final String CHURN = "models/streamflow-churn-predictor";

    private final SampleRollbacks rollbacks;

    RollbackScreenTest(TestPeople people, SampleRollbacks rollbacks) {
        super(people);
        this.rollbacks = rollbacks;
    }

    @AfterEach
    void forget() {
        rollbacks.forget();
    }

    @Test
    void aReviewerRollsBackWithAReasonAndReadsItOnThePage() {
        takeBack("Calls doubled");

        assertThat($view(Dialog.class).all()).isEmpty();
        assertThat(sections()).contains("Taken back");
        assertThat(words())
                .contains("RB-1: Priya Shah took version 2 back for version 1")
                .contains("Reason: Calls doubled")
                .contains("Nobody has looked into it; it was due by");
        assertThat($view(Button.class).withText("Roll back to version 1").all()).isEmpty();
    }

    @Test
    void withoutAReasonNothingMovesAndTheFieldSaysWhatIsMissing() {
        takeBack("  ");

        TextArea reason = $(TextArea.class).single();
        assertThat(reason.isInvalid()).isTrue();
        assertThat(reason.getErrorMessage()).contains("Say what happened");
        assertThat(words()).doesNotContain("RB-1");
    }

    @Test
    void aRefusalKeepsWhatWasTyped() {
        takeBack("stale");

        assertThat($(TextArea.class).single().getValue()).isEqualTo("stale");
        assertThat($(Dialog.class).single().getElement().getTextRecursively())
                .contains("Another version is in use by now.");
    }

    @Test
    void homeNamesWhatNobodyLookedIntoAndLeadsThere() {
        takeBack("Calls doubled");
        open("");

        assertThat(sections()).contains("Taken back, to be looked into");
        assertThat(words()).contains("version 2 was taken back, version 1 answers", "overdue since");
    }

    @Test
    void theCaseIsClosedWithAFinding() {
        takeBack("Calls doubled");
        test($view(Button.class).withText("Close with a finding").single()).click();
        test($(TextArea.class).single()).setValue("The feed was doubled");
        test($(Button.class).withText("Close it").single()).click();

        assertThat(words()).contains("looked into it on", "The feed was doubled");
        assertThat($view(Button.class).withText("Close with a finding").all()).isEmpty();
    }

    @Test
    @WithMockUser("vera")
    void aViewerSeesNoSuchButton() {
        open(CHURN);

        assertThat($view(Button.class).withText("Roll back to version 1").all()).isEmpty();
    }

    private void takeBack(String reason) {
        open(CHURN);
        test($view(Button.class).withText("Roll back to version 1").single()).click();
        test($(TextArea.class).single()).setValue(reason);
        test($(Button.class).withText("Yes, roll back to version 1").single()).click();
    }
}
