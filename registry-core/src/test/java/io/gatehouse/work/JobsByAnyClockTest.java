package io.gatehouse.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.HouseClock;
import io.gatehouse.ids.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Leases and waits when the clock jumps ahead, and when it is set right again. */
@DatabaseTest
class JobsByAnyClockTest {
    private final Jobs jobs;
    private final HouseClock clock;
    private final TransactionTemplate transaction;
    private final String kind;

    JobsByAnyClockTest(Jobs jobs, HouseClock clock, TransactionTemplate transaction, Ids ids) {
        this.jobs = jobs;
        this.clock = clock;
        this.transaction = transaction;
        this.kind = "by-any-clock-" + ids.hex32();
    }

    @Test
    void aJobOnLeaseIsFreeOnceItsRunnerWasSilentForTheTimeOfTheLeaseAndNotBefore() {
        Instant now = clock.instant();
        UUID job = at(now, this::enqueued);

        assertThat(at(now, () -> leased(job))).isTrue();
        assertThat(at(now.plus(Duration.ofMinutes(4)), () -> leased(job))).isFalse();
        assertThat(at(now.plus(Duration.ofMinutes(6)), () -> leased(job))).isTrue();
    }

    @Test
    void aJobLeftOnLeaseByAClockThatRanAheadIsTakenUpOnceTheClockIsRight() {
        Instant now = clock.instant();
        Instant ahead = now.plus(Duration.ofDays(400));
        UUID job = at(ahead, this::enqueued);
        assertThat(at(ahead, () -> leased(job))).isTrue();

        assertThat(at(now, () -> leased(job))).isTrue();
        assertThat(at(now.plusSeconds(1), () -> leased(job))).isFalse();
    }

    @Test
    void aJobThatFailedByAClockThatRanAheadIsTriedAgainOnceTheClockIsRight() {
        Instant now = clock.instant();
        Instant ahead = now.plus(Duration.ofDays(400));
        UUID job = at(ahead, this::enqueued);
        at(ahead, () -> {
            jobs.failed(lease(job).orElseThrow(), "It broke", why -> {});
            return job;
        });

        assertThat(at(now, () -> leased(job))).isTrue();
    }

    @Test
    void aJobEnqueuedBeforeTheClockWasSetBackALittleIsNotLost() {
        Instant now = clock.instant();
        UUID job = at(now, this::enqueued);

        assertThat(at(now.minus(Duration.ofMinutes(10)), () -> leased(job))).isFalse();
        assertThat(at(now, () -> leased(job))).isTrue();
    }

    private UUID enqueued() {
        UUID id = transaction.execute(status -> jobs.enqueue(kind, Map.of()));
        return Objects.requireNonNull(id);
    }

    private boolean leased(UUID job) {
        return lease(job).isPresent();
    }

    /** Takes whatever is free until it is this job; what others left in the database is done with. */
    private Optional<Jobs.Leased> lease(UUID wanted) {
        Set<UUID> seen = new HashSet<>();
        for (Optional<Jobs.Leased> found = jobs.lease("test"); found.isPresent(); found = jobs.lease("test")) {
            UUID id = found.get().id();
            if (id.equals(wanted)) {
                return found;
            }
            if (seen.add(id)) {
                jobs.done(id);
            }
        }
        return Optional.empty();
    }

    private <T> T at(Instant moment, Supplier<T> work) {
        return clock.at(moment, work);
    }
}
