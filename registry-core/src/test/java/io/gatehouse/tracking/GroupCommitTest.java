package io.gatehouse.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;

class GroupCommitTest {
    private static final Metric FAULTY = metric(-1);

    private final ExecutorService clients = Executors.newCachedThreadPool();
    private final GroupCommit together = new GroupCommit(new Committing());
    private final List<List<Metric>> written = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        clients.shutdownNow();
    }

    @Test
    void whatComesWhileOneIsWrittenGoesIntoTheNextTransactionTogether() throws Exception {
        List<Future<?>> answers = whileTheFirstIsWritten(metric(1), metric(2), metric(3));

        for (Future<?> answer : answers) {
            answer.get();
        }

        assertThat(written).hasSize(2);
        assertThat(written.get(0)).containsExactly(metric(0));
        assertThat(written.get(1)).containsExactlyInAnyOrder(metric(1), metric(2), metric(3));
    }

    @Test
    void whoLogsSomethingFaultyIsToldAndTheOthersAreStored() throws Exception {
        List<Future<?>> answers = whileTheFirstIsWritten(metric(1), FAULTY, metric(3));

        answers.get(0).get();
        answers.get(1).get();
        assertThatThrownBy(() -> answers.get(2).get()).hasRootCauseMessage("faulty");
        answers.get(3).get();

        assertThat(written.stream().flatMap(List::stream)).containsExactlyInAnyOrder(metric(0), metric(1), metric(3));
    }

    @Test
    void oneRunDoesNotWaitForAnother() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Future<?> held = clients.submit(() -> together.write("a", metric(0), heldBy(writing, goOn)));
        writing.await();

        together.write("b", metric(1), this::store);

        assertThat(held).isNotDone();
        goOn.countDown();
        held.get();
        assertThat(written).hasSize(2);
    }

    @Test
    void oneThatCanBeStoredByItselfNeedsNoTransaction() {
        List<Metric> alone = new ArrayList<>();
        GroupCommit.Storing storing = new GroupCommit.Storing() {
            @Override
            public boolean alone(String run, Metric metric) {
                return !metric.equals(FAULTY) && alone.add(metric);
            }

            @Override
            public void together(String run, List<Metric> metrics) {
                store(run, metrics);
            }
        };

        together.write("run", metric(1), storing);

        assertThat(alone).containsExactly(metric(1));
        assertThat(written).isEmpty();
        assertThatThrownBy(() -> together.write("run", FAULTY, storing)).hasMessage("faulty");
    }

    /** Answers to a first metric and to these, which all came while the first was being written. */
    private List<Future<?>> whileTheFirstIsWritten(Metric... others) throws InterruptedException {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        List<Future<?>> answers = new ArrayList<>();
        answers.add(clients.submit(() -> together.write("run", metric(0), heldBy(writing, goOn))));
        writing.await();
        for (Metric other : others) {
            answers.add(clients.submit(() -> together.write("run", other, this::store)));
        }
        while (together.callersOf("run") <= others.length) {
            Thread.sleep(1);
        }
        goOn.countDown();
        return answers;
    }

    private GroupCommit.Storing heldBy(CountDownLatch writing, CountDownLatch goOn) {
        return (run, metrics) -> {
            writing.countDown();
            try {
                goOn.await();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
            store(run, metrics);
        };
    }

    private void store(String run, List<Metric> metrics) {
        if (metrics.contains(FAULTY)) {
            throw new IllegalArgumentException("faulty");
        }
        written.add(metrics);
    }

    private static Metric metric(int step) {
        return new Metric("loss", 0.5, 1, step);
    }

    private static final class Committing implements PlatformTransactionManager {
        @Override
        public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
            return new SimpleTransactionStatus();
        }

        @Override
        public void commit(TransactionStatus status) {}

        @Override
        public void rollback(TransactionStatus status) {}
    }
}
