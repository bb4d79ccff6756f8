package io.gatehouse.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.HouseClock;
import io.gatehouse.house.TestPeople;
import io.gatehouse.policy.Approvals;
import io.gatehouse.policy.Policies;
import io.gatehouse.policy.PolicyDocument;
import io.gatehouse.policy.Use;
import io.gatehouse.promotion.PromotionDossier.Choice;
import io.gatehouse.work.JobRunner;
import io.gatehouse.work.Jobs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reminded after three days, expired after ten, announced a day before; by a clock that also jumps. */
@DatabaseTest
class OverdueRequestsTest {
    private final PromotionBench bench;
    private final Promotions promotions;
    private final Policies policies;
    private final Jobs jobs;
    private final JobRunner runner;
    private final HouseClock clock;
    private final TestPeople people;
    private final PolicyDocument before;

    OverdueRequestsTest(
            PromotionBench bench,
            Promotions promotions,
            Policies policies,
            Jobs jobs,
            JobRunner runner,
            HouseClock clock,
            TestPeople people) {
        this.bench = bench;
        this.promotions = promotions;
        this.policies = policies;
        this.jobs = jobs;
        this.runner = runner;
        this.clock = clock;
        this.people = people;
        this.before = policies.of(Use.HUMAN_REVIEWED).orElseThrow().document();
    }

    @BeforeEach
    void tenDays() {
        policies.put(
                people.ritaOnRecord(),
                new PolicyDocument(
                        before.name(),
                        before.use(),
                        before.summary(),
                        before.unavailable(),
                        new Approvals(1, null, null, 3, 10),
                        before.actingThreshold(),
                        before.performance(),
                        before.fairness(),
                        before.value(),
                        before.reproducibility(),
                        before.mayNotApply()));
    }

    @AfterEach
    void asItWas() {
        policies.put(people.ritaOnRecord(), before);
    }

    @Test
    void aRequestIsRemindedOnceAnnouncedOnceAndExpiresOnceAndIsNeverApprovedByTime() {
        long number = asked();
        Instant start = clock.instant();

        look(start.plus(Duration.ofDays(2)));
        assertThat(codes(number)).doesNotContain("promotion.reminded.review");
        look(start.plus(Duration.ofDays(4)));
        look(start.plus(Duration.ofDays(5)));
        look(start.plus(Duration.ofDays(9)).plusSeconds(60));
        look(start.plus(Duration.ofDays(9)).plusSeconds(600));
        assertThat(state(number)).isEqualTo(RequestState.AWAITING_REVIEW);
        look(start.plus(Duration.ofDays(11)));
        look(start.plus(Duration.ofDays(12)));

        assertThat(state(number)).isEqualTo(RequestState.EXPIRED);
        assertThat(codes(number))
                .containsExactly(
                        "promotion.opened",
                        "promotion.evaluated",
                        "promotion.reminded.review",
                        "promotion.expiry_announced",
                        "promotion.expired.review");
        PromotionDossier dossier = bench.dossier(people.priya(), number);
        assertThat(dossier.statusLine().english()).startsWith("Nobody decided within 10 days, so it expired.");
        assertThat(dossier.votes()).isEmpty();
        assertThat(bench.champion(people.vera(), dossier.model())).isNull();
        assertThat(bench.approve(people.priya(), number))
                .isInstanceOfSatisfying(
                        Promotions.Outcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("NOT_OPEN"));
    }

    @Test
    void aClockThatJumpsAheadAndIsSetRightExpiresNobodyEarlyAndRemindsAtTheRightTimeAllTheSame() {
        long number = asked();
        Instant start = clock.instant();

        look(start.plus(Duration.ofDays(400)));
        look(start.plus(Duration.ofDays(400)).plusSeconds(3600));
        assertThat(state(number)).isEqualTo(RequestState.AWAITING_REVIEW);

        look(start.plus(Duration.ofDays(1)));
        look(start.plus(Duration.ofDays(4)));
        look(start.plus(Duration.ofDays(10)).plusSeconds(60));
        assertThat(state(number)).isEqualTo(RequestState.AWAITING_REVIEW);
        assertThat(codes(number).stream().filter("promotion.expiry_announced"::equals))
                .hasSize(2);
        look(start.plus(Duration.ofDays(12)));
        assertThat(state(number)).isEqualTo(RequestState.EXPIRED);
        assertThat(codes(number).stream().filter("promotion.expired.review"::equals))
                .hasSize(1);
    }

    @Test
    void aClockThatJumpsBackExpiresNobodyTwice() {
        long number = asked();
        Instant start = clock.instant();
        look(start.plus(Duration.ofDays(9)).plusSeconds(60));
        look(start.plus(Duration.ofDays(11)));
        look(start.plus(Duration.ofDays(3)));
        look(start.plus(Duration.ofDays(11)));

        assertThat(codes(number).stream().filter("promotion.expired.review"::equals))
                .hasSize(1);
    }

    @Test
    void aPortalThatStoodStillForWeeksAnnouncesBeforeItEndsAnything() {
        long number = asked();
        Instant late = clock.instant().plus(Duration.ofDays(30));

        look(late);
        assertThat(state(number)).isEqualTo(RequestState.AWAITING_REVIEW);
        assertThat(codes(number)).contains("promotion.expiry_announced");
        look(late.plus(Duration.ofHours(25)));
        assertThat(state(number)).isEqualTo(RequestState.EXPIRED);
    }

    @Test
    void whoWasAskedForChangesIsRemindedAndWhatTheySupplyStartsTheTimeAnew() {
        long number = asked();
        Instant start = clock.instant();
        bench.vote(people.priya(), number, Choice.REQUEST_CHANGES, "More, please");
        look(start.plus(Duration.ofDays(4)));
        assertThat(codes(number)).contains("promotion.reminded.requester");

        Instant later = start.plus(Duration.ofDays(9));
        clock.at(later, () -> promotions.evaluateAgain(people.dana(), number));
        look(later.plusSeconds(1));
        look(start.plus(Duration.ofDays(13)));
        assertThat(state(number)).isEqualTo(RequestState.AWAITING_REVIEW);
    }

    @Test
    void aLookThatAClockLeftForAFarMomentDoesNotKeepOthersFromLooking() {
        Instant now = clock.instant();
        clock.at(now.plus(Duration.ofDays(400)), () -> jobs.enqueueOnce(Promotions.LOOK_AFTER_WAITING));

        assertThat(jobs.enqueueOnce(Promotions.LOOK_AFTER_WAITING)).isTrue();
        assertThat(jobs.enqueueOnce(Promotions.LOOK_AFTER_WAITING)).isFalse();
        look(now.plus(Duration.ofDays(401)));
    }

    private long asked() {
        return bench.asked(
                people.dana(), bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good()));
    }

    /** What the schedule does, at some time. */
    private void look(Instant at) {
        clock.at(at, () -> {
            jobs.enqueueOnce(Promotions.LOOK_AFTER_WAITING);
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
