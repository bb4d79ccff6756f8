package io.gatehouse.portal.ui.delegations;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import io.gatehouse.house.TestPeople;
import io.gatehouse.people.Person;
import io.gatehouse.portal.ui.ScreenTest;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser("priya")
class DelegationsViewTest extends ScreenTest {
    private final TestPeople people;

    DelegationsViewTest(TestPeople people) {
        super(people);
        this.people = people;
    }

    @Test
    void aReviewerHandsOverUntilADateWithAReasonAndEndsItEarly() {
        open("delegations");
        press("Hand it over");
        assertThat($view(ComboBox.class).single().getErrorMessage()).isEqualTo("Choose who reviews in your stead.");

        chosen().setValue(people.vera().person());
        press("Hand it over");
        assertThat(words()).contains("Say why");

        $view(TextField.class).single().setValue("On leave");
        press("Hand it over");
        assertThat(words()).contains("Vera Klein", "On leave", "Holds");

        press("End it");
        assertThat(words()).contains("Ended");
    }

    @Test
    @WithMockUser("vera")
    void whoReviewsNothingHasNothingToHandOver() {
        open("delegations");

        assertThat($view(Button.class).all()).extracting(Button::getText).doesNotContain("Hand it over");
    }

    @SuppressWarnings("unchecked") // The box holds people; its class cannot say so.
    private ComboBox<Person> chosen() {
        return $view(ComboBox.class).single();
    }

    private void press(String words) {
        Button found = $view(Button.class).all().stream()
                .filter(button -> button.getText().equals(words))
                .findFirst()
                .orElseThrow();
        test(found).click();
    }
}
