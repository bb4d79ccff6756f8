package io.gatehouse.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Group commit, as databases do it with their logs: metrics that come for a run while one is being written wait, and go into the next
 * transaction together. Each caller is answered when its own is stored, or with what was wrong with it.
 *
 * <p>Writers of a run wait for its row in any case; so they wait for each other's commits once, and not each for all before it.
 */
@Component
class GroupCommit {
    /** As many as a batch may hold, so that one transaction is no longer than MLflow's own calls make it. */
    private static final int MOST_TOGETHER = 1_000;

    private final TransactionTemplate transactions;
    private final TransactionTemplate outside;
    private final ConcurrentHashMap<String, Line> lines = new ConcurrentHashMap<>();

    GroupCommit(PlatformTransactionManager manager) {
        transactions = new TransactionTemplate(manager);
        // What others were told is stored must not hang on a transaction around this caller.
        transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        outside = new TransactionTemplate(manager);
        outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    /** How metrics of a run are stored. */
    @FunctionalInterface
    interface Storing {
        /** Stores all or none in the transaction that it is called in. */
        void together(String runId, List<Metric> metrics);

        /** Stores one where no transaction is. @return false if it cannot, and nothing is stored */
        default boolean alone(String runId, Metric metric) {
            return false;
        }
    }

    /** Those who wait for one run. */
    private static final class Line {
        private final ReentrantLock turn = new ReentrantLock();
        private final ConcurrentLinkedQueue<Waiting> waiting = new ConcurrentLinkedQueue<>();
        private final AtomicInteger callers = new AtomicInteger();
    }

    private static final class Waiting {
        private final Metric metric;
        private boolean written;

        Waiting(Metric metric) {
            this.metric = metric;
        }
    }

    /**
     * Writes a metric, perhaps with others of that run.
     *
     * @throws RuntimeException of {@code storing} for this metric alone
     */
    void write(String runId, Metric metric, Storing storing) {
        Waiting mine = new Waiting(metric);
        Line line = join(runId, mine);
        try {
            line.turn.lock();
            try {
                if (!mine.written) {
                    writeFor(runId, mine, take(line, mine), storing);
                }
            } finally {
                line.turn.unlock();
            }
        } finally {
            leave(runId);
        }
    }

    /** If they can't be stored together, one of them may be at fault: then everyone writes its own, this caller now. */
    private void writeFor(String runId, Waiting mine, List<Waiting> together, Storing storing) {
        if (together.size() > 1 && storedTogether(runId, together, storing)) {
            together.forEach(each -> each.written = true);
            return;
        }
        store(runId, List.of(mine), storing);
        mine.written = true;
    }

    private boolean storedTogether(String runId, List<Waiting> together, Storing storing) {
        try {
            store(runId, together, storing);
            return true;
        } catch (RuntimeException ofOneOfThem) {
            // Whose it was shows when each is stored alone, and is told to that caller.
            return false;
        }
    }

    private void store(String runId, List<Waiting> these, Storing storing) {
        List<Metric> metrics = these.stream().map(each -> each.metric).toList();
        if (metrics.size() > 1 || !storedAlone(runId, metrics.getFirst(), storing)) {
            transactions.executeWithoutResult(status -> storing.together(runId, metrics));
        }
    }

    private boolean storedAlone(String runId, Metric metric, Storing storing) {
        return Boolean.TRUE.equals(outside.execute(status -> storing.alone(runId, metric)));
    }

    /** How many are being written for a run, or wait. */
    int callersOf(String runId) {
        Line line = lines.get(runId);
        return line == null ? 0 : line.callers.get();
    }

    private Line join(String runId, Waiting mine) {
        return lines.compute(runId, (id, known) -> {
            Line line = known == null ? new Line() : known;
            line.callers.incrementAndGet();
            line.waiting.add(mine);
            return line;
        });
    }

    /** This caller and those who wait behind it. One that was taken once, and could not be stored with others, goes alone. */
    private static List<Waiting> take(Line line, Waiting mine) {
        List<Waiting> taken = new ArrayList<>(List.of(mine));
        if (line.waiting.remove(mine)) {
            Waiting next;
            while (taken.size() < MOST_TOGETHER && (next = line.waiting.poll()) != null) {
                taken.add(next);
            }
        }
        return taken;
    }

    private void leave(String runId) {
        lines.computeIfPresent(runId, (id, line) -> line.callers.decrementAndGet() == 0 ? null : line);
    }
}
