package io.gatehouse.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.champions.Champions;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.HouseClock;
import io.gatehouse.house.HouseDays;
import io.gatehouse.house.TestPeople;
import io.gatehouse.overrides.OverrideBench;
import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import io.gatehouse.people.Role;
import io.gatehouse.policy.Execution;
import io.gatehouse.policy.Policies;
import io.gatehouse.policy.PolicyDocument;
import io.gatehouse.policy.Use;
import io.gatehouse.promotion.PromotionBench.Candidate;
import io.gatehouse.promotion.Promotions.Outcome;
import io.gatehouse.work.JobRunner;
import io.gatehouse.work.Jobs;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Approved today, in use tomorrow, if everything still holds then; by a clock that also jumps. */
@DatabaseTest
class ScheduledExecutionTest {
    private final PromotionBench bench;
    private final OverrideBench overrides;
    private final Promotions promotions;
    private final Policies policies;
    private final Jobs jobs;
    private final JobRunner runner;
    private final HouseClock clock;
    private final TestPeople people;
    private final People everybody;
    private final Champions champions;
    private final JdbcClient jdbc;
    private final PolicyDocument before;

    ScheduledExecutionTest(
            PromotionBench bench,
            OverrideBench overrides,
            Promotions promotions,
            Policies policies,
            Jobs jobs,
            JobRunner runner,
            HouseClock clock,
            TestPeople people,
            People everybody,
            Champions champions,
            JdbcClient jdbc) {
        this.champions = champions;
        this.bench = bench;
        this.overrides = overrides;
        this.promotions = promotions;
        this.policies = policies;
        this.jobs = jobs;
        this.runner = runner;
        this.clock = clock;
        this.people = people;
        this.everybody = everybody;
        this.jdbc = jdbc;
        this.before = policies.of(Use.HUMAN_REVIEWED).orElseThrow().document();
    }

    @BeforeEach
    void aDayLater() {
        execute(new Execution(null, 24));
    }

    @AfterEach
    void asItWas() {
        policies.put(people.ritaOnRecord(), before);
    }

    @Test
    void whatIsApprovedRestsUntilItsMomentAndIsThenExecutedOnTheWordOfItsApprovers() {
        Candidate candidate = candidate();
        long number = approved(candidate);
        Instant start = clock.instant();
        PromotionDossier resting = bench.dossier(people.vera(), number);
        assertThat(resting.state()).isEqualTo(RequestState.APPROVED);
        assertThat(resting.statusLine().english())
                .startsWith("Priya Shah gave the last approval: version 1 of " + candidate.model()
                        + " becomes champion on ")
                .contains(" at ", HouseDays.zone().getId());
        assertThat(resting.waiting().executeAt())
                .isBetween(start.plus(Duration.ofHours(23)), start.plus(Duration.ofHours(24)));

        assertThat(champions
                        .page(people.vera(), candidate.model())
                        .orElseThrow()
                        .champion()
                        .openRequests())
                .as("what waits for somebody")
                .isZero();

        look(start.plus(Duration.ofHours(23)));
        assertThat(bench.champion(people.vera(), candidate.model())).isNull();
        look(start.plus(Duration.ofHours(24)).plusSeconds(1));
        look(start.plus(Duration.ofHours(24)).plusSeconds(31));
        assertThat(state(number)).isEqualTo(RequestState.APPROVED);
        look(start.plus(Duration.ofHours(24)).plusSeconds(91));
        look(start.plus(Duration.ofHours(24)).plusSeconds(151));

        assertThat(state(number)).isEqualTo(RequestState.EXECUTED);
        assertThat(bench.champion(people.vera(), candidate.model())).isEqualTo(1);
        assertThat(codes(number))
                .containsExactly(
                        "promotion.opened",
                        "promotion.evaluated",
                        "promotion.approved",
                        "promotion.scheduled",
                        "promotion.executed.scheduled");
        assertThat(bench.dossier(people.vera(), number).statusLine().english())
                .endsWith("became champion, as scheduled, with the approval of Priya Shah.");
    }

    @Test
    void theRequesterCanWithdrawItUntilThen() {
        Candidate candidate = candidate();
        long number = approved(candidate);
        Instant start = clock.instant();

        assertThat(promotions.withdraw(people.dana(), number, "Found a bug")).isInstanceOf(Outcome.Done.class);
        lookTwice(start.plus(Duration.ofHours(25)));

        assertThat(state(number)).isEqualTo(RequestState.WITHDRAWN);
        assertThat(bench.champion(people.vera(), candidate.model())).isNull();
    }

    @Test
    void aReviewerCanSendItBackToItsChecksUntilThenAndTheApprovalsAreGone() {
        Candidate candidate = candidate();
        long number = approved(candidate);
        Instant start = clock.instant();

        assertThat(promotions.evaluateAgain(people.ravi(), number)).isInstanceOf(Outcome.Done.class);
        bench.runJobs();
        lookTwice(start.plus(Duration.ofHours(25)));

        assertThat(state(number)).isEqualTo(RequestState.AWAITING_REVIEW);
        assertThat(bench.champion(people.vera(), candidate.model())).isNull();
    }

    @Test
    void evidenceThatChangedMeanwhileIsJudgedAgainInsteadOfExecuted() {
        Candidate candidate = candidate();
        long number = approved(candidate);
        Instant start = clock.instant();
        bench.evidence(people.dana(), candidate.run(), TestPredictions.unfair());
        assertThat(bench.dossier(people.vera(), number).statusLine().english()).contains("will not come into use");

        lookTwice(start.plus(Duration.ofHours(25)));
        bench.runJobs();

        assertThat(codes(number)).contains("promotion.voided").doesNotContain("promotion.executed.scheduled");
        assertThat(bench.champion(people.vera(), candidate.model())).isNull();
        assertThat(bench.dossier(people.vera(), number).votes()).noneMatch(PromotionDossier.Vote::current);
    }

    @Test
    void anApproverWhoMayNoLongerApproveCarriesItNoMore() {
        Candidate candidate = candidate();
        String username = "s" + UUID.randomUUID();
        Person former =
                everybody.add(new People.NewPerson(username, "Sven Former", "", Set.of(Role.REVIEWER), "secret"));
        long number = bench.asked(people.dana(), candidate);
        bench.approve(new Actor(former, Actor.Via.SCREEN, "test"), number);
        Instant start = clock.instant();
        jdbc.sql("delete from person_role where person_id = ?")
                .param(former.id())
                .update();

        lookTwice(start.plus(Duration.ofHours(25)));
        bench.runJobs();

        assertThat(bench.champion(people.vera(), candidate.model())).isNull();
        assertThat(bench.dossier(people.vera(), number).history())
                .anyMatch(line -> line.sentence().english().contains("Not everybody who approved it may still do so."));
    }

    @Test
    void anOverrideThatEndsBeforeItsMomentLetsNothingThrough() {
        OverrideBench.Failed failed = overrides.failed();
        Instant start = clock.instant();
        overrides.inForce(failed, 0);
        assertThat(bench.approve(people.ravi(), failed.number()))
                .isInstanceOfSatisfying(
                        Outcome.Done.class, done -> assertThat(done.state()).isEqualTo(RequestState.APPROVED));

        lookTwice(start.plus(Duration.ofHours(25)));
        bench.runJobs();

        assertThat(bench.champion(people.vera(), failed.model())).isNull();
        assertThat(codes(failed.number())).contains("promotion.voided");
    }

    @Test
    void anotherVersionThatCameIntoUseMeanwhileOutdatesIt() {
        Candidate candidate = candidate();
        long number = approved(candidate);
        Instant start = clock.instant();
        Candidate other = bench.candidate(people.dana(), candidate.model(), TestPredictions.good());
        execute(null);
        long overtaking = bench.asked(people.dana(), other);
        bench.approve(people.priya(), overtaking);
        assertThat(state(overtaking)).isEqualTo(RequestState.EXECUTED);

        lookTwice(start.plus(Duration.ofHours(25)));

        assertThat(state(number)).isEqualTo(RequestState.OUTDATED);
        assertThat(bench.champion(people.vera(), candidate.model())).isEqualTo(2);
    }

    @Test
    void aClockThatJumpsAheadAndIsSetRightExecutesNothingEarly() {
        Candidate candidate = candidate();
        long number = approved(candidate);
        Instant start = clock.instant();

        look(start.plus(Duration.ofDays(400)));
        look(start.plusSeconds(60));
        look(start.plus(Duration.ofHours(2)));
        assertThat(state(number)).isEqualTo(RequestState.APPROVED);

        lookTwice(start.plus(Duration.ofHours(25)));
        assertThat(state(number)).isEqualTo(RequestState.EXECUTED);
    }

    @Test
    void aClockThatJumpsBackExecutesNothingTwice() {
        long number = approved(candidate());
        Instant start = clock.instant();
        lookTwice(start.plus(Duration.ofHours(25)));
        lookTwice(start.plus(Duration.ofHours(1)));
        lookTwice(start.plus(Duration.ofHours(25)));

        assertThat(codes(number).stream().filter("promotion.executed.scheduled"::equals))
                .hasSize(1);
    }

    @Test
    void whatIsApprovedWithinItsWindowIsExecutedAtOnceAndOutsideWaitsForTheNext() {
        execute(new Execution("Tue 06:00-07:00", null));
        long number = bench.asked(people.dana(), candidate());
        LocalDate tuesday = HouseDays.of(clock.instant()).with(TemporalAdjusters.next(DayOfWeek.TUESDAY));

        clock.at(at(tuesday, "06:30"), () -> bench.approve(people.priya(), number));
        assertThat(state(number)).isEqualTo(RequestState.EXECUTED);

        long next = bench.asked(people.dana(), candidate());
        clock.at(at(tuesday, "08:00"), () -> bench.approve(people.priya(), next));
        assertThat(bench.dossier(people.vera(), next).waiting().executeAt())
                .isEqualTo(at(tuesday.plusWeeks(1), "06:00"));
    }

    @Test
    void aPortalThatStoodStillThroughTheWindowWaitsForTheNextOne() {
        execute(new Execution("Tue 06:00-07:00", null));
        Candidate candidate = candidate();
        long number = bench.asked(people.dana(), candidate);
        LocalDate tuesday = HouseDays.of(clock.instant()).with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
        clock.at(at(tuesday.minusDays(1), "12:00"), () -> bench.approve(people.priya(), number));

        lookTwice(at(tuesday, "09:00"));
        assertThat(state(number)).isEqualTo(RequestState.APPROVED);
        assertThat(bench.dossier(people.vera(), number).statusLine().english())
                .startsWith("The time to come into use was over before anybody looked");

        lookTwice(at(tuesday.plusWeeks(1), "06:10"));
        assertThat(state(number)).isEqualTo(RequestState.EXECUTED);
        assertThat(bench.champion(people.vera(), candidate.model())).isEqualTo(1);
    }

    private static Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(HouseDays.zone()).toInstant();
    }

    private void execute(@Nullable Execution when) {
        policies.put(people.ritaOnRecord(), before.executed(when));
    }

    private Candidate candidate() {
        return bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());
    }

    private long approved(Candidate candidate) {
        long number = bench.asked(people.dana(), candidate);
        assertThat(bench.approve(people.priya(), number))
                .isInstanceOfSatisfying(
                        Outcome.Done.class, done -> assertThat(done.state()).isEqualTo(RequestState.APPROVED));
        return number;
    }

    /** What the schedule does at some time, and again a good minute later. */
    private void lookTwice(Instant at) {
        look(at);
        look(at.plusSeconds(90));
    }

    private void look(Instant at) {
        clock.at(at, () -> {
            jobs.enqueueOnce(Promotions.EXECUTE_SCHEDULED);
            return runner.runAll();
        });
    }

    private RequestState state(long number) {
        return bench.dossier(people.vera(), number).state();
    }

    private List<String> codes(long number) {
        return bench.dossier(people.vera(), number).history().stream()
                .map(line -> line.sentence().code())
                .toList();
    }
}
