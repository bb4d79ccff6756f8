package io.gatehouse.portal.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.sidenav.SideNavItem;
import io.gatehouse.delegation.Delegations;
import io.gatehouse.house.HouseClock;
import io.gatehouse.house.TestDatabase;
import io.gatehouse.house.TestPeople;
import io.gatehouse.portal.bench.Statements;
import io.gatehouse.portal.bench.StoredScreenTest;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.promotion.PromotionBench;
import io.gatehouse.promotion.PromotionDossiers;
import io.gatehouse.promotion.TestPredictions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.TestPropertySource;

/** What waits for the reader, in the menu and at home, on requests that were really judged; so few that each can be counted. */
@StoredScreenTest
@TestPropertySource(properties = TestDatabase.NAME + "=waiting")
@WithMockUser("priya")
class WaitingOnScreensTest extends SpringBrowserlessTest {
    private final PromotionBench bench;
    private final PromotionDossiers dossiers;
    private final TestPeople people;
    private final Delegations delegations;
    private final Statements statements;
    private final HouseClock clock;

    WaitingOnScreensTest(
            PromotionBench bench,
            PromotionDossiers dossiers,
            TestPeople people,
            Delegations delegations,
            Statements statements,
            HouseClock clock) {
        this.bench = bench;
        this.dossiers = dossiers;
        this.people = people;
        this.delegations = delegations;
        this.statements = statements;
        this.clock = clock;
        // The environment opens the first screen before any method of a test runs, so the people must be there by now.
        List.of(people.priya(), people.vera(), people.dana());
    }

    @Override
    protected Set<String> scanPackages() {
        return Set.of("io.gatehouse.portal.ui");
    }

    @Test
    void theNumberInTheMenuFallsWithTheDecisionAndBeforeAnybodyGoesElsewhere() {
        asked();
        long number = asked();
        open(Places.promotion(number));
        int before = shown();

        press("Approve");
        press("Yes, approve");

        assertThat(shown()).isEqualTo(before - 1);
        assertThat(waiting().getElement().getAttribute("aria-label"))
                .isEqualTo((before - 1) + " waiting for your decision");
    }

    @Test
    void homeListsWhatTheMenuCounts() {
        for (int i = 0; i < 4; i++) {
            asked();
        }
        open(Places.HOME);

        assertThat(words()).contains("All " + shown() + " that wait for you");
        assertThat(dossiers.waitingFor(people.priya(), 0, 100).count()).isEqualTo(shown());
    }

    @Test
    void homeFindsOutByOneLightQuestionWhatWaits() {
        asked();
        open(Places.NOTICE_SETTINGS);

        assertThat(statements.during(() -> open(Places.HOME)))
                .filteredOn(statement -> statement.contains("'AWAITING_REVIEW'"))
                .as("one for the list and one for the number in the menu")
                .hasSize(2)
                .allSatisfy(statement ->
                        assertThat(statement).contains("fetch first").doesNotContain("check_result", "evaluation"));
    }

    @Test
    @WithMockUser("vera")
    void whoeverReviewsInAnothersSteadIsToldForWhom() {
        PromotionBench.Candidate candidate = candidate();
        bench.asked(people.dana(), candidate);
        Delegations.Outcome.Done handed = (Delegations.Outcome.Done)
                delegations.hand(people.priya(), "vera", clock.instant().plus(Duration.ofDays(2)), "On leave");
        open(Places.HOME);
        assertThat($view(H2.class).all()).extracting(H2::getText).first().isEqualTo("Needs you");
        assertThat(words()).contains("Approve or reject: churn-").contains("for Priya Shah");
        assertThat(waiting().isVisible()).isTrue();

        delegations.end(people.priya(), handed.delegation().id());
        open(Places.HOME);
        assertThat($view(H2.class).all()).extracting(H2::getText).doesNotContain("Needs you");
        assertThat(waiting().isVisible()).isFalse();
    }

    private long asked() {
        return bench.asked(people.dana(), candidate());
    }

    private PromotionBench.Candidate candidate() {
        return bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());
    }

    private static void open(String place) {
        Places.go(UI.getCurrent(), place);
    }

    private void press(String button) {
        test($(Button.class).withText(button).single()).click();
    }

    private int shown() {
        return Integer.parseInt(waiting().getElement().getText());
    }

    private Component waiting() {
        return $(SideNavItem.class).all().stream()
                .filter(item -> item.getLabel().equals("Reviews"))
                .findFirst()
                .orElseThrow()
                .getSuffixComponent();
    }

    private String words() {
        return getCurrentView().getElement().getTextRecursively();
    }
}
