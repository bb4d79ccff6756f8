package io.gatehouse.promotion;

import static io.gatehouse.house.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.CoreTestApplication;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.HouseClock;
import io.gatehouse.house.TestDatabase;
import io.gatehouse.house.TestPeople;
import io.gatehouse.people.Actor;
import io.gatehouse.promotion.PromotionDossier.Choice;
import io.gatehouse.promotion.Promotions.Outcome;
import io.gatehouse.work.JobRunner;
import io.gatehouse.work.Jobs;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two houses with pools, sessions and threads of their own on one database: what both do at the same moment happens once. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoPortalsTest {
    private final PromotionBench bench;
    private final Promotions here;
    private final JobRunner runner;
    private final Jobs jobs;
    private final ScheduledExecutions executions;
    private final HouseClock clock;
    private final TestPeople people;
    private final JdbcClient jdbc;

    @SuppressWarnings("NullAway.Init") // Set before the first test.
    private ConfigurableApplicationContext other;

    TwoPortalsTest(
            PromotionBench bench,
            Promotions here,
            JobRunner runner,
            Jobs jobs,
            ScheduledExecutions executions,
            HouseClock clock,
            TestPeople people,
            JdbcClient jdbc) {
        this.bench = bench;
        this.here = here;
        this.runner = runner;
        this.jobs = jobs;
        this.executions = executions;
        this.clock = clock;
        this.people = people;
        this.jdbc = jdbc;
    }

    @BeforeAll
    void openTheOther() {
        other = new SpringApplicationBuilder(CoreTestApplication.class, TestDatabase.class)
                .web(WebApplicationType.NONE)
                .run();
    }

    @AfterAll
    void closeTheOther() {
        other.close();
    }

    @RepeatedTest(5)
    void approvedHereAndRejectedThereIsOneDecision() throws Exception {
        var candidate = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());
        long number = bench.asked(people.dana(), candidate);
        String digest = bench.digest(people.priya(), number);
        Actor priya = people.priya();
        Actor ravi = people.ravi();

        List<Outcome> outcomes = together(
                () -> here.vote(priya, number, Choice.APPROVE, "", digest),
                () -> there(Promotions.class).vote(ravi, number, Choice.REJECT, "Not convinced", digest));

        assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(Outcome.Refused.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("NOT_OPEN"));
        RequestState end = bench.dossier(people.vera(), number).state();
        assertThat(end).isIn(RequestState.EXECUTED, RequestState.REJECTED);
        assertThat(bench.champion(people.vera(), candidate.model()))
                .isEqualTo(end == RequestState.EXECUTED ? Integer.valueOf(1) : null);
    }

    @RepeatedTest(3)
    void onePersonWhoApprovesHereAndThereCountsOnce() throws Exception {
        long number = asked();
        needsTwo(number);
        String digest = bench.digest(people.priya(), number);
        Actor priya = people.priya();

        List<Outcome> outcomes = together(
                () -> here.vote(priya, number, Choice.APPROVE, "", digest),
                () -> there(Promotions.class).vote(priya, number, Choice.APPROVE, "", digest));

        assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        assertThat(bench.dossier(people.vera(), number).votes()).hasSize(1);
        assertThat(bench.dossier(people.vera(), number).state()).isEqualTo(RequestState.AWAITING_REVIEW);
    }

    @RepeatedTest(3)
    void bothApprovalsNeededGivenAtOnceExecuteItOnce() throws Exception {
        long number = asked();
        needsTwo(number);
        String digest = bench.digest(people.priya(), number);
        Actor priya = people.priya();
        Actor ravi = people.ravi();

        List<Outcome> outcomes = together(
                () -> here.vote(priya, number, Choice.APPROVE, "", digest),
                () -> there(Promotions.class).vote(ravi, number, Choice.APPROVE, "", digest));

        assertThat(outcomes).hasOnlyElementsOfType(Outcome.Done.class);
        assertThat(outcomes.stream().map(outcome -> ((Outcome.Done) outcome).state()))
                .containsExactlyInAnyOrder(RequestState.AWAITING_REVIEW, RequestState.EXECUTED);
        assertThat(codes(number).stream().filter("promotion.executed"::equals)).hasSize(1);
    }

    @RepeatedTest(3)
    void bothLookAfterWaitingRequestsAndOneOfThemEndsIt() throws Exception {
        long number = asked();
        Instant end = clock.instant().plus(Duration.ofDays(9));
        jdbc.sql(
                        "update promotion_request set expires_at = ?, expires_after = 9, expiry_announced_at = ? where number = ?")
                .params(
                        end.atOffset(ZoneOffset.UTC),
                        end.minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC),
                        number)
                .update();
        Instant late = end.plus(Duration.ofDays(1));
        OverdueRequests there = there(OverdueRequests.class);
        HouseClock clockThere = there(HouseClock.class);

        together(
                () -> clock.at(late, () -> {
                    jobs.enqueueOnce(Promotions.LOOK_AFTER_WAITING);
                    return runner.runAll();
                }),
                () -> clockThere.at(late, () -> {
                    there.run(Map.of(), (percent, message) -> {});
                    return 1;
                }));

        assertThat(bench.dossier(people.vera(), number).state()).isEqualTo(RequestState.EXPIRED);
        assertThat(codes(number).stream().filter("promotion.expired.review"::equals))
                .hasSize(1);
    }

    @RepeatedTest(3)
    void bothExecuteWhatWasScheduledAndItHappensOnce() throws Exception {
        long number = asked();
        needsTwo(number);
        here.vote(people.priya(), number, Choice.APPROVE, "", bench.digest(people.priya(), number));
        Instant moment = clock.instant().plus(Duration.ofHours(1));
        jdbc.sql("""
                update promotion_request set approvals_needed = 1, approval_kinds = 'REVIEWER', state = 'APPROVED',
                       execute_at = ?, moment_seen_at = ? where number = ?""")
                .params(moment.atOffset(ZoneOffset.UTC), moment.atOffset(ZoneOffset.UTC), number)
                .update();
        Instant late = moment.plusSeconds(90);
        ScheduledExecutions one = executions;
        ScheduledExecutions another = there(ScheduledExecutions.class);
        HouseClock clockThere = there(HouseClock.class);

        together(() -> clock.at(late, () -> run(one)), () -> clockThere.at(late, () -> run(another)));

        assertThat(bench.dossier(people.vera(), number).state()).isEqualTo(RequestState.EXECUTED);
        assertThat(codes(number).stream().filter("promotion.executed.scheduled"::equals))
                .hasSize(1);
    }

    private static int run(ScheduledExecutions executions) {
        executions.run(Map.of(), (percent, message) -> {});
        return 1;
    }

    private long asked() {
        return bench.asked(
                people.dana(), bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good()));
    }

    private void needsTwo(long number) {
        jdbc.sql(
                        "update promotion_request set approvals_needed = 2, approval_kinds = 'REVIEWER,REVIEWER' where number = ?")
                .param(number)
                .update();
    }

    private <T> T there(Class<T> bean) {
        return other.getBean(bean);
    }

    private List<String> codes(long number) {
        return bench.dossier(people.vera(), number).history().stream()
                .map(line -> line.sentence().code())
                .toList();
    }
}
