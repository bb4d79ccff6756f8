package io.gatehouse.portal.ui.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import io.gatehouse.house.TestPeople;
import io.gatehouse.portal.bench.Statements;
import io.gatehouse.portal.bench.StoredScreenTest;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.promotion.PromotionBench;
import io.gatehouse.promotion.PromotionDossier.Choice;
import io.gatehouse.promotion.TestPredictions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

/** What reviewers wait for does not grow with what waits for them. */
@StoredScreenTest
@WithMockUser("priya")
class QueueStatementsTest extends SpringBrowserlessTest {
    private final PromotionBench bench;
    private final TestPeople people;
    private final Statements statements;

    QueueStatementsTest(PromotionBench bench, TestPeople people, Statements statements) {
        this.bench = bench;
        this.people = people;
        this.statements = statements;
        people.priya();
    }

    @Test
    void theQueueAsksTheDatabaseAsOftenForManyRequestsAsForFew() {
        requests();
        opened();
        List<String> few = opened();
        assertThat(few).anyMatch(statement -> statement.contains("promotion_request"));

        requests();
        requests();

        assertThat(opened()).hasSameSizeAs(few);
    }

    /** Every screen has a number in its menu: of no more requests than it can show, and nothing of what their checks said. */
    @Test
    void theNumberInTheMenuIsOneLightQuestion() {
        requests();

        assertThat(statements.during(() -> Places.go(UI.getCurrent(), Places.NOTICE_SETTINGS)))
                .filteredOn(QueueStatementsTest::asksForRequests)
                .singleElement()
                .asString()
                .contains("fetch first")
                .doesNotContain("check_result", "evaluation");
    }

    @Test
    void homeAsksTheDatabaseAsOftenForManyRequestsAsForFew() {
        requests();
        Runnable home = () -> Places.go(UI.getCurrent(), Places.HOME);
        Runnable elsewhere = () -> Places.go(UI.getCurrent(), Places.NOTICE_SETTINGS);
        home.run();
        elsewhere.run();
        // What happened lets nobody look at shared summaries, either time.
        another();
        List<String> few = statements.during(home);
        elsewhere.run();

        another();

        assertThat(statements.during(home).stream().filter(QueueStatementsTest::asksForRequests))
                .hasSameSizeAs(few.stream()
                        .filter(QueueStatementsTest::asksForRequests)
                        .toList());
    }

    private void another() {
        bench.asked(people.dana(), bench.candidate(people.dana(), bench.model(people.dana()), null));
    }

    private static boolean asksForRequests(String statement) {
        return statement.contains("from promotion_request r");
    }

    private List<String> opened() {
        return statements.during(() -> Places.go(UI.getCurrent(), Places.PROMOTIONS));
    }

    /** One that waits for a reviewer, one blocked by its checks, one without evidence, one decided and one that changed since. */
    private void requests() {
        bench.asked(people.dana(), candidate(TestPredictions.good()));
        bench.asked(people.dana(), candidate(TestPredictions.unfair()));
        bench.asked(people.dana(), bench.candidate(people.dana(), bench.model(people.dana()), null));
        long decided = bench.asked(people.dana(), candidate(TestPredictions.good()));
        bench.vote(people.priya(), decided, Choice.REJECT, "Not now");
        PromotionBench.Candidate changed = candidate(TestPredictions.good());
        bench.asked(people.dana(), changed);
        bench.evidence(people.dana(), changed.run(), TestPredictions.unfair());
    }

    private PromotionBench.Candidate candidate(TestPredictions predictions) {
        return bench.candidate(people.dana(), bench.model(people.dana()), predictions);
    }
}
