package io.gatehouse.portal.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.sidenav.SideNavItem;
import io.gatehouse.house.TestPeople;
import io.gatehouse.portal.ui.ScreenTest;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

class HomeViewTest extends ScreenTest {
    HomeViewTest(TestPeople people) {
        super(people);
    }

    @Test
    @WithMockUser("vera")
    void aVicePresidentReadsFirstHowManyModelsAreInUseAndHowTheyDo() {
        open("");
        assertThat(heading()).isEqualTo("1 model in use. It is on track.");
        assertThat(words()).contains("$46K", "likely between $38K and $54K");
    }

    @Test
    @WithMockUser("vera")
    void whatAMonthIsWorthSaysWhatItWasReckonedForAndWhatTheNewestListHas() {
        open("");
        assertThat(words())
                .contains("for 50,000 customers a month, 56.0 % of them contacted")
                .contains("has 340 of 4,012 customers (8.5 %)");
    }

    @Test
    @WithMockUser("vera")
    void theGroupServedLeastWellComesWithTheVerdictAndWithWhatIsAllowed() {
        open("");
        assertThat(words()).containsSubsequence("Group served least well", "94", "from 80 on is allowed", "Passed");
    }

    @Test
    @WithMockUser("vera")
    void theThreeQuestionsAreAnsweredWithPermanentLinks() {
        open("");
        assertThat(words()).contains("Which hyperparameters, data and metrics", "with learning rate 0.03 and depth 7");
        assertThat($view(Anchor.class).all().stream().map(Anchor::getHref))
                .anyMatch(link ->
                        link.matches("models/streamflow-churn-predictor/answers\\?at=\\d{4}-\\d\\d-\\d\\d#which"))
                .anyMatch(link -> link.endsWith("#against"))
                .anyMatch(link -> link.endsWith("#again"));
    }

    @Test
    @WithMockUser("priya")
    void aReviewerIsToldWhatWaitsForThem() {
        open("");
        assertThat(sections()).first().isEqualTo("Needs you");
        assertThat(words()).contains("Approve or reject: streamflow-churn-predictor version 5");
    }

    @Test
    @WithMockUser("priya")
    void theMenuCountsWhatTheReaderMayDecide() {
        open("");
        assertThat(waiting().isVisible()).isTrue();
        assertThat(waiting().getElement().getAttribute("aria-label")).endsWith(" waiting for your decision");
    }

    @Test
    @WithMockUser("vera")
    void theMenuCountsNothingForWhoeverDecidesOnNothing() {
        open("");
        assertThat(waiting().isVisible()).isFalse();
    }

    private Component waiting() {
        return $(SideNavItem.class).all().stream()
                .filter(item -> item.getLabel().equals("Reviews"))
                .findFirst()
                .orElseThrow()
                .getSuffixComponent();
    }

    @Test
    @WithMockUser("dana")
    void nobodyIsToldToDecideOnWhatTheyAskedForThemselves() {
        open("");
        assertThat(sections()).doesNotContain("Needs you").contains("My requests", "Connect your training script");
    }

    @Test
    @WithMockUser("dana")
    void whatBecameOfOwnRequestsIsSaidWithTheDay() {
        open("");
        assertThat(words()).containsPattern("decided \\d{1,2} [A-Z][a-z]{2} \\d{4}");
    }

    @Test
    @WithMockUser("carl")
    void customerSuccessSeesThisWeeksListFirstAndNoLinkItMayNotFollow() {
        open("");
        assertThat(heading()).isEqualTo("340 subscribers may leave.");
        assertThat(sections()).first().isEqualTo("This week’s list");
        assertThat($view(Anchor.class).all().stream().map(Anchor::getHref))
                .noneMatch(link -> link.startsWith("promotions"));
    }

    @Test
    @WithMockUser("adam")
    void anAdministratorIsToldWhyThereIsLittleToSee() {
        open("");
        assertThat(words()).contains("You run this installation.", "No mail server is named (spring.mail.host)");
    }

    @Test
    @WithMockUser("carl")
    void theMenuOffersOnlyWhatARoleMayOpen() {
        open("");
        assertThat($(SideNavItem.class).all().stream().map(SideNavItem::getLabel))
                .containsExactly("Home", "Models", "In use on a day", "Quarterly review", "Risk lists");
    }

    @Test
    @WithMockUser("adam")
    void anAdministratorFindsTheScreensOfTheHouse() {
        open("");
        assertThat($(SideNavItem.class).all().stream().map(SideNavItem::getLabel))
                .contains("People", "Webhooks", "Storage and clean-up");
    }
}
