package io.gatehouse.portal.ui.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.champions.ChampionSummary;
import io.gatehouse.champions.Champions;
import io.gatehouse.champions.ModelPage;
import io.gatehouse.champions.ModelPage.VersionRow;
import io.gatehouse.house.TestPeople;
import io.gatehouse.policy.Use;
import io.gatehouse.portal.ui.ScreenTest;
import io.gatehouse.promotion.PromotionRow;
import io.gatehouse.promotion.RequestState;
import io.gatehouse.sentences.Sentence;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

/** What a model without a champion waits for. */
@WithMockUser("vera")
class NextStepTest extends ScreenTest {
    private static final String MODEL = "churn-predictor";
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

    private final ChampionSummary nobody;

    NextStepTest(TestPeople people, Champions champions) {
        super(people);
        nobody = champions.page(people.vera(), MODEL).orElseThrow().champion();
    }

    @Test
    void withoutAVersionOneHasToBeRegistered() {
        assertThat(NextStep.of(page(List.of(), List.of()), true)).contains("none is registered");
    }

    @Test
    void anOpenRequestIsToldBeforeAnythingElse() {
        List<PromotionRow> requests =
                List.of(request(7, 2, RequestState.AWAITING_REVIEW, "Needs one approval by a reviewer."));

        assertThat(NextStep.of(page(List.of(version(3, true), version(2, false)), requests), true))
                .contains("Version 2 is asked for in PR-7", "Needs one approval by a reviewer.");
    }

    @Test
    void aNewestVersionThatWasRefusedIsToldWithItsRefusal() {
        List<PromotionRow> requests = List.of(request(8, 3, RequestState.REJECTED, "Ravi Menon rejected it."));

        assertThat(NextStep.of(page(List.of(version(3, false)), requests), true))
                .contains("version 3, was last asked for in PR-8", "Ravi Menon rejected it.");
    }

    @Test
    void aNewestVersionThatNobodyAskedForSaysHowToAsk() {
        List<PromotionRow> ofAnEarlierOne = List.of(request(8, 2, RequestState.REJECTED, "Ravi Menon rejected it."));

        assertThat(NextStep.of(page(List.of(version(3, false), version(2, false)), ofAnEarlierOne), true))
                .contains("Nobody has asked for the newest, version 3");
    }

    @Test
    void whoMayNotReadRequestsIsToldOfNone() {
        List<PromotionRow> requests =
                List.of(request(7, 3, RequestState.AWAITING_REVIEW, "Needs one approval by a reviewer."));

        assertThat(NextStep.of(page(List.of(version(3, false)), requests), false))
                .contains("the newest is version 3")
                .doesNotContain("PR-7");
    }

    private ModelPage page(List<VersionRow> versions, List<PromotionRow> requests) {
        return new ModelPage(MODEL, "", nobody, List.of(), List.of(), versions, requests);
    }

    private static VersionRow version(int number, boolean belowFloor) {
        return new VersionRow(number, List.of(), NOW, "Dana Ortiz", null, null, null, 0.8, belowFloor, null, null);
    }

    private static PromotionRow request(long number, int version, RequestState state, String status) {
        return new PromotionRow(
                number,
                MODEL,
                version,
                "champion",
                Use.HUMAN_REVIEWED,
                state,
                "Dana Ortiz",
                NOW,
                state.open() ? null : NOW,
                4,
                0,
                0,
                new Sentence("said", Map.of(), status),
                Set.of());
    }
}
