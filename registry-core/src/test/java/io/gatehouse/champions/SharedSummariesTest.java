package io.gatehouse.champions;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.audit.AuditTrail;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.people.Actor;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class SharedSummariesTest {
    private static final Instant BEGIN = Instant.parse("2026-01-05T09:00:00Z");

    private final AuditTrail trail;
    private final Actor priya;
    private final Actor carl;
    private final TransactionTemplate transaction;
    private final AtomicReference<Instant> now = new AtomicReference<>(BEGIN);
    private final AtomicInteger takings = new AtomicInteger();
    private final SharedSummaries shared;

    SharedSummariesTest(AuditTrail trail, TestPeople people, TransactionTemplate transaction, JdbcClient jdbc) {
        this.trail = trail;
        // People who join are on the log, too.
        this.priya = people.priya();
        this.carl = people.carl();
        this.transaction = transaction;
        this.shared = new SharedSummaries(jdbc, ((InstantSource) now::get).withZone(ZoneOffset.UTC));
    }

    @Test
    void everybodyWhoLooksWithinFiveSecondsIsServedByOneTaking() {
        look();
        now.set(BEGIN.plusMillis(4_999));
        look();
        assertThat(takings).hasValue(1);

        now.set(BEGIN.plusSeconds(5));
        look();
        assertThat(takings).hasValue(2);
    }

    @Test
    void whateverComesOntoTheAuditLogIsSeenByTheNextLook() {
        look();
        trail.appendAlone(priya, "promotion.approved", "promotion/PR-1", Map.of());
        look();
        assertThat(takings).hasValue(2);

        look();
        assertThat(takings).hasValue(2);
    }

    @Test
    void aListThatWasReadMovesNoChampion() {
        look();
        trail.appendAlone(carl, "risk_list.read", "risk-list/1", Map.of("how", "opened"));
        look();

        assertThat(takings).hasValue(1);
    }

    @Test
    void whoWritesReadsForThemselvesAndSharesItWithNobody() {
        transaction.executeWithoutResult(status -> {
            trail.append(priya, "promotion.approved", "promotion/PR-1", Map.of());
            look();
            status.setRollbackOnly();
        });
        assertThat(takings).hasValue(1);

        look();
        assertThat(takings).hasValue(2);
    }

    @Test
    void aTakingThatFailsIsTriedAgainByTheNext() {
        AtomicInteger tries = new AtomicInteger();
        Supplier<List<ChampionSummary>> failing = () -> {
            if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("the database is away");
            }
            return List.of();
        };

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> shared.orElse(failing)))
                .hasMessage("the database is away");
        assertThat(shared.orElse(failing)).isEmpty();
    }

    @Test
    void ofManyWhoLookAtOnceOneTakesAndTheOthersWait() throws InterruptedException, ExecutionException {
        CountDownLatch begun = new CountDownLatch(1);
        try (ExecutorService readers = Executors.newFixedThreadPool(8)) {
            List<Future<List<ChampionSummary>>> looks = new ArrayList<>();
            for (int reader = 0; reader < 8; reader++) {
                looks.add(readers.submit(() -> {
                    begun.await();
                    return look();
                }));
            }
            begun.countDown();
            for (Future<List<ChampionSummary>> each : looks) {
                assertThat(each.get()).isEmpty();
            }
        }
        assertThat(takings).hasValue(1);
    }

    @Test
    void whileOneTakesThemAnewOthersAreShownTheOnesBeforeForUpToAMinute() throws InterruptedException {
        look();
        now.set(BEGIN.plusSeconds(30));
        CountDownLatch goOn = new CountDownLatch(1);
        try (ExecutorService reader = Executors.newSingleThreadExecutor()) {
            takingUntil(reader, goOn);

            assertThat(look()).isEmpty();
            assertThat(takings).hasValue(1);
            goOn.countDown();
        }
    }

    @Test
    void whoComesAfterSomethingHappenedWaitsForATakingThatKnowsOfIt() throws Exception {
        look();
        CountDownLatch goOn = new CountDownLatch(1);
        now.set(BEGIN.plusSeconds(30));
        try (ExecutorService readers = Executors.newFixedThreadPool(3)) {
            takingUntil(readers, goOn);
            trail.appendAlone(priya, "promotion.approved", "promotion/PR-1", Map.of());
            List<Future<List<ChampionSummary>>> looks = List.of(readers.submit(this::look), readers.submit(this::look));
            goOn.countDown();
            for (Future<List<ChampionSummary>> each : looks) {
                each.get();
            }
        }
        // The one that had begun before knew nothing of it; one more served both.
        assertThat(takings).hasValue(2);
    }

    /** Lets somebody begin to take them and not end before they are told to. */
    private void takingUntil(ExecutorService reader, CountDownLatch goOn) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        reader.execute(() -> shared.orElse(() -> {
            begun.countDown();
            try {
                goOn.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        }));
        begun.await();
    }

    private List<ChampionSummary> look() {
        return shared.orElse(() -> {
            takings.incrementAndGet();
            return List.of();
        });
    }
}
