package io.gatehouse.portal.ui.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import io.gatehouse.house.TestPeople;
import io.gatehouse.policy.Use;
import io.gatehouse.portal.ui.ScreenTest;
import io.gatehouse.promotion.PromotionRow;
import io.gatehouse.promotion.RequestState;
import io.gatehouse.search.Page;
import io.gatehouse.sentences.Sentence;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
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
    @WithMockUser("priya")
    void whatDoesNotFitOnThePageComesBelowWhenItIsAskedFor() {
        open("promotions");
        List<PromotionRow> rows =
                LongStream.rangeClosed(1, 3).mapToObj(this::request).toList();
        RequestList list = new RequestList(
                3,
                token -> token.isEmpty()
                        ? new Page<>(rows.subList(0, 2), Optional.of("next"))
                        : new Page<>(rows.subList(2, 3), Optional.empty()),
                Clock.fixed(Instant.parse("2026-11-14T09:00:00Z"), ZoneOffset.UTC));
        UI.getCurrent().add(list);
        assertThat(list.getElement().getTextRecursively())
                .contains("PR-1", "PR-2", "2 of 3 shown")
                .doesNotContain("PR-3");

        test($(Button.class, list).withText("Show more").single()).click();

        assertThat(list.getElement().getTextRecursively())
                .contains("PR-1", "PR-2", "PR-3")
                .doesNotContain("shown");
    }

    private PromotionRow request(long number) {
        return new PromotionRow(
                number,
                "churn",
                2,
                "champion",
                Use.HUMAN_REVIEWED,
                RequestState.AWAITING_REVIEW,
                "Dana Ortiz",
                Instant.parse("2026-11-12T09:00:00Z"),
                null,
                4,
                1,
                0,
                new Sentence("test.waits", Map.of(), "Waits."),
                Set.of());
    }

    @Test
    @WithMockUser("carl")
    void whoMayNotReadRequestsIsToldWhichRoleItTakesAndWhomToAsk() {
        open("promotions");
        assertThat(heading()).isEqualTo("This page is not open to you");
        assertThat(words()).contains("reviewer", "Adam Berg");
    }
}
