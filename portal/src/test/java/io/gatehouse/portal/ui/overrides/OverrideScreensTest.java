package io.gatehouse.portal.ui.overrides;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextArea;
import io.gatehouse.house.HouseClock;
import io.gatehouse.house.HouseDays;
import io.gatehouse.house.TestPeople;
import io.gatehouse.overrides.OverrideBench;
import io.gatehouse.overrides.OverrideBench.Failed;
import io.gatehouse.overrides.OverrideState;
import io.gatehouse.overrides.Overrides;
import io.gatehouse.portal.bench.StoredScreenTest;
import io.gatehouse.portal.ui.Places;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

/** Screens of overrides on requests that were really judged. */
@StoredScreenTest
@WithMockUser("priya")
class OverrideScreensTest extends SpringBrowserlessTest {
    private final OverrideBench bench;
    private final Overrides overrides;
    private final TestPeople people;
    private final HouseClock clock;

    OverrideScreensTest(OverrideBench bench, Overrides overrides, TestPeople people, HouseClock clock) {
        this.bench = bench;
        this.overrides = overrides;
        this.people = people;
        this.clock = clock;
        // The environment opens the first screen before any method of a test runs, so the people must be there by now.
        List.of(people.priya(), people.ravi(), people.vera(), people.dana(), people.rita());
    }

    @Override
    protected Set<String> scanPackages() {
        return Set.of("io.gatehouse.portal.ui");
    }

    @Test
    void atAFailedCheckAReviewerProposesAnOverrideInPlainWords() {
        Failed failed = bench.failed();
        open(Places.promotion(failed.number()));
        test($view(Button.class).withText("Override…").single()).click();

        assertThat(dialog()).contains("it stays in use and is under review");
        assertThat($(DatePicker.class).single().getHelperText()).startsWith("At most 90 days from today");
        assertThat($(DatePicker.class).single().getValue())
                .isEqualTo(HouseDays.of(clock.instant()).plusDays(30));
        confirm("Propose it to a second person");
        List<TextArea> fields = $(TextArea.class, $(Dialog.class).single()).all();
        assertThat(fields).hasSize(2);
        assertThat(fields).allMatch(TextArea::isInvalid);
        test(fields.get(0)).setValue("The gap is known");
        test(fields.get(1)).setValue("Every young customer is called");
        confirm("Propose it to a second person");

        assertThat($(Dialog.class).all()).isEmpty();
        assertThat(words())
                .contains("It counts for nothing until a second person agrees")
                .contains("The gap is known", "Every young customer is called")
                .contains("Blocked: fairness did not pass. OV-");
        assertThat($view(Button.class).withText("Agree to the override").all()).isEmpty();
        assertThat(words()).contains("You proposed this, so a second person must agree");
    }

    @Test
    @WithMockUser("ravi")
    void theSecondPersonAgreesOnThePageOfTheRequestAndCanThenApprove() {
        Failed failed = bench.failed();
        long number = bench.proposed(failed, 30);
        open(Places.promotion(failed.number()));
        assertThat($view(Button.class).withText("Override…").all()).isEmpty();
        test($view(Button.class).withText("Agree to the override").single()).click();
        assertThat(dialog()).contains("approvals given before no longer count");
        confirm("Yes, agree");

        assertThat(bench.read(number).state()).isEqualTo(OverrideState.IN_FORCE);
        assertThat(words())
                .contains("Needs one approval by a reviewer. Overridden: fairness.")
                .contains("In force until");
    }

    @Test
    @WithMockUser("ravi")
    void decliningNeedsAReasonWhichThePageShows() {
        long number = bench.proposed(bench.failed(), 30);
        open(Places.override(number));
        test($view(Button.class).withText("Decline").single()).click();
        confirm("Decline it");
        assertThat($(TextArea.class).single().isInvalid()).isTrue();
        test($(TextArea.class).single()).setValue("The control is too weak");
        confirm("Decline it");

        assertThat(words()).contains("The second person said no", "The control is too weak");
        assertThat($view(Button.class).all()).isEmpty();
    }

    @Test
    @WithMockUser("ravi")
    void aRefusalKeepsTheDialogAndSaysWhy() {
        long number = bench.proposed(bench.failed(), 30);
        open(Places.override(number));
        test($view(Button.class).withText("Agree to the override").single()).click();
        overrides.withdraw(people.priya(), number, "");
        confirm("Yes, agree");

        assertThat(dialog()).contains("was withdrawn");
    }

    @Test
    @WithMockUser("vera")
    void aViewerReadsAndIsOfferedNothing() {
        Failed failed = bench.failed();
        long number = bench.proposed(failed, 30);
        open(Places.promotion(failed.number()));
        assertThat(words()).contains("OV-" + number);
        assertThat($view(Button.class).withText("Override…").all()).isEmpty();
        open(Places.override(number));
        assertThat($view(Button.class).all()).isEmpty();
    }

    @Test
    void theListFiltersByTheAddressAndSaysWhenNothingFits() {
        Failed failed = bench.failed();
        long number = bench.proposed(failed, 30);
        open(Places.overrides(failed.model()));
        assertThat(words()).contains("OV-" + number, "Proposed");

        open(Places.overrides(failed.model()) + "&state=In+force");
        assertThat($view(H2.class).all()).isEmpty();
        assertThat(words()).contains("Nothing fits");
        assertThat($view(ComboBox.class).all()).hasSize(3);
        open(Places.overrides(failed.model()) + "&state=Proposed&age-of=less+than+7&sort=-age");
        assertThat(words()).contains("OV-" + number);
    }

    @Test
    @WithMockUser("ravi")
    void homeSaysWhoseWordIsAskedForHowOldItIsAndHowManyDaysAreLeft() {
        long waiting = bench.proposed(bench.failed(), 30);
        long inForce = bench.promoted(bench.failed(), 3);
        open("");

        assertThat($view(H2.class).all()).extracting(H2::getText).contains("Overrides");
        List<Overrides.Concern> concern = overrides.concerning(people.ravi());
        assertThat(concern).extracting(each -> each.override().number()).contains(waiting, inForce);
        assertThat(words())
                .contains("Agree or decline OV-")
                .contains("proposed today")
                .contains("days left, until");
    }

    @Test
    void modelAndListSayThatAVersionIsInUseUnderOneAndUnderReviewOnceItEnded() {
        Failed failed = bench.failed();
        long number = bench.promoted(failed, 10);
        open(Places.model(failed.model()));
        assertThat(words()).contains("is in use under an override until", "OV-" + number);

        bench.look(clock.instant().plus(Duration.ofDays(12)));
        open(Places.model(failed.model()));
        assertThat(words()).contains("is under review: the override of Fairness by segment");
        open(Places.override(number));
        assertThat(words()).contains("stays in use and is under review until reviewers decide");
        assertThat($view(Button.class).withText("Renew…").all()).hasSize(1);
        open(Places.promotion(failed.number()));
        assertThat(words()).as("an ended one is not hidden").contains("OV-" + number, "Ended");
    }

    @Test
    void anAddressOfNoneSaysSo() {
        open(Places.OVERRIDES + "/OV-999999");

        assertThat($view(H1.class).single().getText()).isNotEqualTo("Overrides");
        assertThat(words()).contains("There is no override OV-999999");
    }

    private static void open(String place) {
        Places.go(UI.getCurrent(), place);
    }

    private void confirm(String button) {
        test($(Button.class).withText(button).single()).click();
    }

    private String dialog() {
        return $(Dialog.class).single().getElement().getTextRecursively();
    }

    private String words() {
        return getCurrentView().getElement().getTextRecursively();
    }
}
