package io.gatehouse.portal.ui.policies;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.gatehouse.house.TestPeople;
import io.gatehouse.portal.ui.ScreenTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser("dana")
class PlannerViewTest extends ScreenTest {
    private static final String AGES = "18-24; 13; 32\n25-34; 27; 32\n35-44; 25; 32\n45-59; 21; 32\n60+; 14; 32";
    private static final String REGIONS = "north; 30; 32\nsouth; 26; 32\nwest; 24; 32\neast; 20; 32";
    private static final String PLANS = "basic; 36; 31\nstandard; 34; 32\npremium; 20; 34\nfamily; 10; 32";

    PlannerViewTest(TestPeople people) {
        super(people);
    }

    @Test
    void nothingIsSaidBeforeTheGroupsAreKnown() {
        open("policies/human-reviewed/planner");

        assertThat(heading()).isEqualTo("Can the policy human-reviewed be passed?");
        assertThat($view(TextArea.class).all())
                .extracting(TextArea::getLabel)
                .containsExactly("Groups of plan", "Groups of age band", "Groups of region");
        assertThat(sections()).doesNotContain("The answer");
    }

    @Test
    void manyCustomersMakeAFairModelPassAndTheAddressCarriesEverything() {
        plan("7500", PLANS);

        assertThat(words())
                .contains("Likely to be passed", "With 7,500 customers, a perfectly fair model passes")
                .contains("18-24 (age band)", "leavers found");
        assertThat($view(TextArea.class).all().getFirst().getValue()).isEqualTo(PLANS);
    }

    @Test
    void fewCustomersAreToldHowManyWouldDo() {
        plan("600", PLANS);

        assertThat(words()).contains("Too few customers").containsPattern("With about [0-9,]+ customers it would be");
    }

    @Test
    void aGroupThatIsTooSmallAPartIsNamedAndSaidNotToBlock() {
        plan("7500", "basic; 60; 31\nstandard; 39; 32\ntrial; 1; 32");

        assertThat(words())
                .contains("trial (plan) is a smaller part of all customers than the policy judges")
                .contains("is listed and does not block", "no number will do");
    }

    @Test
    void whatCannotBeReadIsSaidAtItsField() {
        plan("many", "basic; 60; 31\nstandard; 20; 32");

        assertThat($view(TextArea.class).all().getFirst().getErrorMessage())
                .isEqualTo("The shares must add up to 100, not 80.");
        assertThat($view(TextField.class).all().getFirst().getErrorMessage())
                .isEqualTo("Must be a whole number, 1 to 10,000,000.");
        assertThat(sections()).doesNotContain("The answer");
    }

    @Test
    void theButtonLeadsToTheAddressOfTheAnswer() {
        open("policies/human-reviewed/planner");
        var areas = $view(TextArea.class).all();
        test(areas.get(0)).setValue(PLANS);
        test(areas.get(1)).setValue(AGES);
        test(areas.get(2)).setValue(REGIONS);
        var numbers = $view(TextField.class).all();
        test(numbers.get(0)).setValue("7500");
        test(numbers.get(1)).setValue("90");
        test(numbers.get(2)).setValue("40");
        $view(Button.class).all().stream()
                .filter(button -> button.getText().equals("Work it out"))
                .findFirst()
                .ifPresent(button -> test(button).click());

        assertThat(sections()).contains("The answer");
    }

    @Test
    void aVersionWithoutAnEvaluationIsSaidToHaveNone() {
        open("policies/human-reviewed/planner?from=no-such:3");
        assertThat(words()).contains("There is no evaluation with counts for no-such:3.");
    }

    private void plan(String customers, String plans) {
        open("policies/human-reviewed/planner?groups.plan_type=" + encode(plans) + "&groups.age_band=" + encode(AGES)
                + "&groups.region=" + encode(REGIONS) + "&customers=" + customers + "&found=90&contacted=40");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
