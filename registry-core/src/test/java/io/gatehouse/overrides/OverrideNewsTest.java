package io.gatehouse.overrides;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.HouseClock;
import io.gatehouse.house.TestPeople;
import io.gatehouse.notices.Inbox;
import io.gatehouse.notices.NewsRound;
import io.gatehouse.overrides.OverrideBench.Failed;
import io.gatehouse.people.Actor;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is told of an override, and in which words. */
@DatabaseTest
class OverrideNewsTest {
    private final OverrideBench bench;
    private final Overrides overrides;
    private final NewsRound news;
    private final Inbox inbox;
    private final TestPeople people;
    private final HouseClock clock;

    OverrideNewsTest(
            OverrideBench bench,
            Overrides overrides,
            NewsRound news,
            Inbox inbox,
            TestPeople people,
            HouseClock clock) {
        this.bench = bench;
        this.overrides = overrides;
        this.news = news;
        this.inbox = inbox;
        this.people = people;
        this.clock = clock;
    }

    @BeforeEach
    void everybodyIsThere() {
        List.of(people.dana(), people.dmitri(), people.priya(), people.ravi(), people.rita(), people.vera());
    }

    @Test
    void aProposalWaitsForThoseWhoCanAgreeAndIsToldToWhoAskedAndTrained() {
        long number = bench.proposed(bench.failed(), 30);

        assertThat(titles(people.ravi(), number))
                .singleElement()
                .asString()
                .endsWith("waits for you as a second person.");
        assertThat(titles(people.rita(), number)).hasSize(1);
        assertThat(titles(people.dana(), number)).singleElement().asString().contains("was proposed");
        assertThat(titles(people.dmitri(), number)).hasSize(1);
        assertThat(titles(people.priya(), number)).as("who did it").isEmpty();
        assertThat(titles(people.vera(), number)).isEmpty();
    }

    @Test
    void itsEndIsToldToTheTwoToWhoAskedAndTrainedAndToReviewers() {
        Failed failed = bench.failed();
        long number = bench.promoted(failed, 10);
        bench.look(clock.instant().plus(Duration.ofDays(12)));

        for (Actor reader : List.of(people.dana(), people.dmitri(), people.priya(), people.ravi(), people.rita())) {
            assertThat(titles(reader, number))
                    .as(reader.person().displayName())
                    .anySatisfy(title ->
                            assertThat(title).contains("version 1 is under review: OV-" + number, "has ended"));
        }
        assertThat(titles(people.vera(), number)).isEmpty();
    }

    @Test
    void aDeclineIsToldToWhoProposed() {
        long number = bench.proposed(bench.failed(), 30);
        overrides.decline(people.ravi(), number, "Too weak a control");

        assertThat(titles(people.priya(), number)).singleElement().asString().contains("was declined");
    }

    private List<String> titles(Actor reader, long number) {
        news.run();
        return inbox.page(reader, new Inbox.Query(false, null, 0, 500)).stream()
                .filter(notice -> notice.subject().equals("override/OV-" + number))
                .map(notice -> notice.title().english())
                .toList();
    }
}
