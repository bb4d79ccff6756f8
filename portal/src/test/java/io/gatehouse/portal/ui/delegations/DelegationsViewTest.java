package io.gatehouse.portal.ui.delegations;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.textfield.TextField;
import io.gatehouse.delegation.Delegation;
import io.gatehouse.delegation.Delegations;
import io.gatehouse.house.TestPeople;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Person;
import io.gatehouse.portal.ui.ScreenTest;
import io.gatehouse.portal.ui.components.RowsTable;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser("priya")
class DelegationsViewTest extends ScreenTest {
    private final TestPeople people;
    private final Delegations delegations;
    private final Clock clock;

    DelegationsViewTest(TestPeople people, Delegations delegations, Clock clock) {
        super(people);
        people.ravi();
        this.delegations = delegations;
        this.clock = clock;
        this.people = people;
    }

    @Test
    void aReviewerHandsOverUntilADateWithAReasonAndEndsItEarly() {
        open("delegations");
        press("Hand it over");
        assertThat(chosen().getErrorMessage()).isEqualTo("Choose who reviews in your stead.");

        chosen().setValue(people.vera().person());
        press("Hand it over");
        assertThat(words()).contains("Say why");

        $view(TextField.class).all().stream()
                .filter(field -> field.getLabel().equals("Reason"))
                .findFirst()
                .orElseThrow()
                .setValue("On leave");
        press("Hand it over");
        assertThat(words()).contains("Vera Klein", "On leave", "Holds");

        press("End it");
        assertThat(words()).contains("Ended");
    }

    @Test
    @WithMockUser("ravi")
    void aLongListIsLeafedThroughNarrowedDownAndSortedAndTheAddressSaysHow() {
        // Letters only, so that no number of a trip is found in it.
        String ours = "of" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        for (int i = 1; i <= RowsTable.PAGE + 2; i++) {
            handedOver(people.ravi(), "Trip %02d ".formatted(i) + ours, true);
        }
        Delegation holds = handedOver(people.ravi(), "Sabbatical " + ours, false);
        try {
            open("delegations?find=" + ours);
            assertThat(words())
                    .contains("Sabbatical", "Trip 27", "1 to 25 of 28")
                    .doesNotContain("Trip 02");
            press("Next page");
            assertThat(words()).contains("Trip 01", "26 to 28 of 28").doesNotContain("Trip 27");

            open("delegations?find=trip+03+" + ours);
            assertThat(words()).contains("Trip 03", "1 of ").doesNotContain("Trip 04");
            open("delegations?state=Holds&find=" + ours);
            assertThat(words()).contains("Sabbatical", "1 of ").doesNotContain("Trip");
            open("delegations?find=nowhere");
            assertThat(words()).contains("Nothing fits");
            press("Show all");
            assertThat(words()).contains("Sabbatical");

            open("delegations?sort=-state&find=" + ours);
            assertThat(rows().getFirst()).contains("Holds");
            pressTitle("State");
            assertThat(rows().getFirst()).contains("Ended");
        } finally {
            delegations.end(people.ravi(), holds.id());
        }
    }

    private Delegation handedOver(Actor from, String reason, boolean over) {
        Delegation one = ((Delegations.Outcome.Done) delegations.hand(
                        from, people.vera().person().username(), clock.instant().plus(Duration.ofDays(9)), reason))
                .delegation();
        if (over) {
            delegations.end(from, one.id());
        }
        return one;
    }

    private List<String> rows() {
        return $view(NativeTableRow.class).all().stream()
                .skip(1)
                .map(row -> row.getElement().getTextRecursively())
                .toList();
    }

    private void pressTitle(String words) {
        test($view(NativeButton.class).all().stream()
                        .filter(title -> title.getText().startsWith(words))
                        .findFirst()
                        .orElseThrow())
                .click();
    }

    @Test
    @WithMockUser("vera")
    void whoReviewsNothingHasNothingToHandOver() {
        open("delegations");

        assertThat($view(Button.class).all()).extracting(Button::getText).doesNotContain("Hand it over");
    }

    @SuppressWarnings("unchecked") // The box holds people; its class cannot say so.
    private ComboBox<Person> chosen() {
        return $view(ComboBox.class).all().stream()
                .filter(box -> box.getLabel().equals("Reviews in their stead"))
                .findFirst()
                .orElseThrow();
    }
}
