package io.gatehouse.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.HouseClock;
import io.gatehouse.house.TestPeople;
import io.gatehouse.ids.Ids;
import io.gatehouse.people.Actor;
import io.gatehouse.sentences.Sentences;
import io.gatehouse.work.WorkInHand.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Work in the background, as whoever asked for it finds it again. */
@DatabaseTest
class WorkAskedForTest {
    private static final int MOST = 1_000;

    private final Jobs jobs;
    private final HouseClock clock;
    private final TransactionTemplate transaction;
    private final Actor carl;
    private final Actor dana;
    private final String place;

    WorkAskedForTest(Jobs jobs, HouseClock clock, TransactionTemplate transaction, TestPeople people, Ids ids) {
        this.jobs = jobs;
        this.clock = clock;
        this.transaction = transaction;
        this.carl = people.carl();
        this.dana = people.dana();
        this.place = "models/" + ids.hex32() + "/outcomes";
    }

    @Test
    void whatSomebodyAskedForIsFoundByThemAndByItsPlaceAndByNobodyElse() {
        UUID job = asked(carl);

        assertThat(find(carl, job)).get().satisfies(work -> {
            assertThat(work.title().english()).isEqualTo("Figures in use of churn, after outcomes OI-9");
            assertThat(work.place()).isEqualTo(place);
            assertThat(work.state()).isEqualTo(State.WAITING);
            assertThat(work.underWay()).isTrue();
        });
        assertThat(find(dana, job)).isEmpty();
        assertThat(jobs.underWay(place)).extracting(WorkInHand::id).containsExactly(job);
        assertThat(jobs.underWay(place + "/of-another")).isEmpty();
    }

    @Test
    void itsProgressIsToldUntilItIsDone() {
        UUID job = asked(carl);
        leased(job);
        jobs.progress(job, 60, "Holding outcomes against version 2");
        assertThat(find(carl, job))
                .get()
                .extracting(WorkInHand::state, WorkInHand::percent)
                .containsExactly(State.RUNNING, 60);

        jobs.done(job);
        assertThat(find(carl, job))
                .get()
                .extracting(WorkInHand::state, WorkInHand::percent)
                .containsExactly(State.DONE, 100);
        assertThat(jobs.underWay(place)).isEmpty();
    }

    @Test
    void workWhoseServerStoppedWaitsToBeBegunAgain() {
        UUID job = asked(carl);
        leased(job);

        assertThat(clock.at(clock.instant().plus(Duration.ofMinutes(6)), () -> find(carl, job)))
                .get()
                .extracting(WorkInHand::state)
                .isEqualTo(State.WAITING);
    }

    @Test
    void whatEndedIsRememberedForAWeek() {
        UUID job = asked(carl);
        jobs.done(job);
        Instant end = Objects.requireNonNull(find(carl, job).orElseThrow().finishedAt());

        assertThat(clock.at(end.plus(Jobs.REMEMBERED).minusSeconds(1), () -> find(carl, job)))
                .isPresent();
        assertThat(clock.at(end.plus(Jobs.REMEMBERED).plusSeconds(1), () -> find(carl, job)))
                .isEmpty();
    }

    @Test
    void theNewestComeFirstAndNoMoreThanWereAskedFor() {
        UUID first = asked(carl);
        UUID second = asked(carl);

        List<UUID> newest =
                jobs.askedBy(carl, MOST).stream().map(WorkInHand::id).toList();
        assertThat(newest).containsSubsequence(second, first);
        assertThat(jobs.askedBy(carl, 1)).extracting(WorkInHand::id).containsExactly(second);
    }

    private UUID asked(Actor by) {
        AskedWork work = new AskedWork(
                by.person().id(), Sentences.say("work.outcomes", "model", "churn", "intake", "OI-9"), place);
        return Objects.requireNonNull(
                transaction.execute(status -> jobs.enqueue("asked-for-by-a-test", Map.of(), work)));
    }

    private Optional<WorkInHand> find(Actor person, UUID job) {
        return jobs.askedBy(person, MOST).stream()
                .filter(work -> work.id().equals(job))
                .findFirst();
    }

    /** Takes whatever is free until it is this job. */
    private void leased(UUID wanted) {
        UUID taken;
        do {
            taken = jobs.lease("test").orElseThrow().id();
        } while (!taken.equals(wanted));
    }
}
