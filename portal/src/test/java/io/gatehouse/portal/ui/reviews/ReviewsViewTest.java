package io.gatehouse.portal.ui.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.TestPeople;
import io.gatehouse.portal.ui.ScreenTest;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

class ReviewsViewTest extends ScreenTest {
    ReviewsViewTest(TestPeople people) {
        super(people);
    }

    @Test
    @WithMockUser("priya")
    void openRequestsComeBeforeDecidedOnes() {
        open("promotions");
        assertThat(sections()).containsExactly("Open", "Decided");
        assertThat(words()).contains("One request waits for a second person to decide.", "waiting 2 days", "1 failed");
    }

    @Test
    @WithMockUser("priya")
    void theAddressNarrowsTheRequestsDown() {
        open("promotions?state=rejected");
        assertThat(words())
                .contains("No such request fits the filter.", "1 failed")
                .doesNotContain("waiting 2 days");

        open("promotions?model=no-such-model");
        assertThat(words()).contains("waiting 2 days");
    }

    @Test
    @WithMockUser("carl")
    void whoMayNotReadRequestsIsToldWhichRoleItTakesAndWhomToAsk() {
        open("promotions");
        assertThat(heading()).isEqualTo("This page is not open to you");
        assertThat(words()).contains("reviewer", "Adam Berg");
    }
}
