package io.gatehouse.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.audit.AuditTrail;
import io.gatehouse.delegation.Delegations;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.HouseClock;
import io.gatehouse.house.TestPeople;
import io.gatehouse.people.Actor;
import io.gatehouse.promotion.PromotionDossier.Choice;
import io.gatehouse.promotion.Promotions.Outcome;
import io.gatehouse.registry.AliasTenure;
import io.gatehouse.registry.Aliases;
import io.gatehouse.rollback.Rollbacks;
import io.gatehouse.tokens.AccessTokens;
import io.gatehouse.tokens.AccessTokens.Issue;
import io.gatehouse.work.JobRunner;
import io.gatehouse.work.Jobs;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The clock is set back by NTP, a restored machine lives in the past, or it runs ahead for a while: what is decided stays so. */
@DatabaseTest
class ClockJumpsTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final PromotionBench bench;
    private final Aliases aliases;
    private final Rollbacks rollbacks;
    private final AuditTrail audit;
    private final AccessTokens tokens;
    private final Delegations delegations;
    private final Jobs jobs;
    private final JobRunner runner;
    private final HouseClock clock;
    private final TestPeople people;
    private final Instant now;

    ClockJumpsTest(
            PromotionBench bench,
            Aliases aliases,
            Rollbacks rollbacks,
            AuditTrail audit,
            AccessTokens tokens,
            Delegations delegations,
            Jobs jobs,
            JobRunner runner,
            HouseClock clock,
            TestPeople people) {
        this.bench = bench;
        this.aliases = aliases;
        this.rollbacks = rollbacks;
        this.audit = audit;
        this.tokens = tokens;
        this.delegations = delegations;
        this.jobs = jobs;
        this.runner = runner;
        this.clock = clock;
        this.people = people;
        this.now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    @Test
    void championsFollowEachOtherInOrderAlthoughTheClockIsSetBackBetweenThem() {
        String model = bench.model(people.dana());
        at(now, () -> promoted(model, TestPredictions.good()));
        at(
                now.minus(DAY.multipliedBy(2)),
                () -> promoted(model, TestPredictions.good().beside(1)));

        assertThat(bench.champion(people.vera(), model)).isEqualTo(2);
        assertThat(versions(model)).containsExactly(2, 1);
        assertInOrder(model);

        at(now.minus(DAY.multipliedBy(3)), () -> rollbacks.rollBack(people.ravi(), model, 2, "It misbehaves"));

        assertThat(bench.champion(people.vera(), model)).isEqualTo(1);
        assertThat(versions(model)).containsExactly(1, 2, 1);
        assertInOrder(model);
    }

    @Test
    void championsFollowEachOtherInOrderAfterAClockThatRanAheadIsSetRight() {
        String model = bench.model(people.dana());
        at(now.plus(DAY.multipliedBy(400)), () -> promoted(model, TestPredictions.good()));
        at(now, () -> promoted(model, TestPredictions.good().beside(1)));

        assertThat(bench.champion(people.vera(), model)).isEqualTo(2);
        assertThat(versions(model)).containsExactly(2, 1);
        assertInOrder(model);
    }

    @Test
    void aDecidedRequestStaysDecidedWhateverTheClockSays() {
        String model = bench.model(people.dana());
        long number = at(now, () -> promoted(model, TestPredictions.good()));
        String digest = bench.digest(people.vera(), number);

        for (Duration jump : List.of(DAY.negated(), Duration.ofDays(-4_000), DAY, Duration.ofDays(4_000))) {
            Outcome again = at(now.plus(jump), () -> bench.vote(people.ravi(), number, Choice.REJECT, "Too late"));
            assertThat(again)
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.code()).isEqualTo("NOT_OPEN"));
        }
        assertThat(bench.digest(people.vera(), number)).isEqualTo(digest);
        assertThat(bench.champion(people.vera(), model)).isEqualTo(1);
        assertThat(executions(number)).isEqualTo(1);
    }

    @Test
    void aVoteFromBeforeTheRequestByTheClockCountsOnce() {
        String model = bench.model(people.dana());
        long number = at(
                now, () -> bench.asked(people.dana(), bench.candidate(people.dana(), model, TestPredictions.good())));

        Outcome first = at(now.minus(DAY), () -> bench.approve(people.priya(), number));
        Outcome second = at(now.minus(DAY.multipliedBy(2)), () -> bench.approve(people.priya(), number));

        assertThat(first).isInstanceOf(Outcome.Done.class);
        assertThat(second).isInstanceOf(Outcome.Refused.class);
        assertThat(executions(number)).isEqualTo(1);
    }

    @Test
    void aTokenThatWasTurnedAwayAfterItsTimeStaysAwayWhenTheClockIsSetBack() {
        Issue.Issued issued = (Issue.Issued) at(
                now, () -> tokens.issue(people.dana(), "clock " + bench.model(people.dana()), now.plus(DAY)));

        assertThat(at(now.plusSeconds(1), () -> tokens.owner(issued.secret()))).isPresent();
        assertThat(at(now.plus(DAY), () -> tokens.owner(issued.secret()))).isEmpty();
        assertThat(at(now.plusSeconds(2), () -> tokens.owner(issued.secret()))).isEmpty();
    }

    @Test
    void aDelegationWhoseTimeIsOverStaysOverWhenTheClockIsSetBack() {
        people.ravi();
        Actor bea = people.both();
        at(
                now,
                () -> delegations.involving(bea.person().id()).stream()
                        .map(left -> delegations.end(bea, left.id()))
                        .toList());
        var handed = at(now, () -> delegations.hand(bea, "ravi", now.plus(DAY), "On leave"));
        assertThat(handed).isInstanceOf(Delegations.Outcome.Done.class);
        assertThat(at(now.plusSeconds(1), () -> held(bea))).isEqualTo(1);

        at(now.plus(DAY), () -> {
            jobs.enqueueOnce(Promotions.LOOK_AFTER_WAITING);
            return runner.runAll();
        });

        assertThat(at(now.plusSeconds(2), () -> held(bea))).isZero();
    }

    @Test
    void theAuditLogKeepsTheOrderInWhichThingsHappenedAndItsChainHolds() {
        String model = bench.model(people.dana());
        long before = audit.after(0, Integer.MAX_VALUE).getLast().seq();
        long first = at(now.plus(DAY), () -> promoted(model, TestPredictions.good()));
        long second =
                at(now.minus(DAY), () -> promoted(model, TestPredictions.good().beside(1)));

        var since = audit.after(before, Integer.MAX_VALUE);
        assertThat(since.stream()
                        .filter(event -> event.action().equals("promotion.executed"))
                        .map(event -> event.object()))
                .containsSubsequence("promotion/PR-" + first, "promotion/PR-" + second);
        for (int i = 1; i < since.size(); i++) {
            assertThat(since.get(i).seq()).isEqualTo(since.get(i - 1).seq() + 1);
            assertThat(since.get(i).previousHash()).isEqualTo(since.get(i - 1).hash());
        }
    }

    private long promoted(String model, TestPredictions predictions) {
        long number = bench.asked(people.dana(), bench.candidate(people.dana(), model, predictions));
        assertThat(bench.approve(people.priya(), number)).isInstanceOf(Outcome.Done.class);
        return number;
    }

    private long executions(long number) {
        return audit.of("promotion/PR-" + number).stream()
                .filter(event -> event.action().equals("promotion.executed"))
                .count();
    }

    private long held(Actor from) {
        return delegations.involving(from.person().id()).stream()
                .filter(one -> one.from().id().equals(from.person().id()))
                .count();
    }

    /** Newest first. */
    private List<Integer> versions(String model) {
        return tenures(model).stream().map(AliasTenure::version).toList();
    }

    private List<AliasTenure> tenures(String model) {
        return aliases.history(people.vera(), model, "champion");
    }

    /** Each tenure ends after it began, and the next begins where it ends. */
    private void assertInOrder(String model) {
        List<AliasTenure> newestFirst = tenures(model);
        assertThat(newestFirst.getFirst().to()).isNull();
        for (int i = 1; i < newestFirst.size(); i++) {
            AliasTenure earlier = newestFirst.get(i);
            assertThat(earlier.to())
                    .isAfter(earlier.from())
                    .isEqualTo(newestFirst.get(i - 1).from());
        }
    }

    private <T> T at(Instant moment, Supplier<T> work) {
        return clock.at(moment, work);
    }
}
