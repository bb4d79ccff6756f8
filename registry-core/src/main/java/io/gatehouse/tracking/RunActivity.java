package io.gatehouse.tracking;

import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Says whether the runs of an experiment have moved, to however many people look at them. What is logged through this process is known
 * as soon as it is stored; what is logged through another one is found by a look at the newest runs, one for all who follow an
 * experiment together, every few seconds and only while somebody does.
 */
@Component
public class RunActivity {
    /** Between two looks for what other processes logged. */
    static final long EVERY_MS = 5_000;
    /** Whoever did not ask for so long has left. */
    private static final long GONE_MS = 60_000;

    private static final int MOST_KNOWN = 20_000;
    private static final int NEWEST = 200;
    private static final int MEASURED = 20;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AtomicLong moves = new AtomicLong();
    private final ConcurrentHashMap<Long, Followed> followed = new ConcurrentHashMap<>();
    /** The experiments of runs that lately wrote, for writers that do not read it. */
    private final ConcurrentHashMap<String, Long> experiments = new ConcurrentHashMap<>();

    RunActivity(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * How an experiment stands. Read it before the runs: then whatever is stored meanwhile is told with the next one.
     *
     * @param move another one than before if a run was started, ended or logged anything
     * @param running how many of the newest runs are training
     */
    public record Pulse(long move, int running) {}

    /** What the newest runs look like from outside; equal while nothing moves. */
    private record Outline(
            long runs, int running, long lastStart, long lastEnd, long measured, long lastMeasured, long steps) {}

    private static final class Followed {
        private volatile long move;
        private volatile long askedAt;
        private volatile boolean stale = true;
        private long lookedAt;
        private @Nullable Outline outline;

        Followed(long move) {
            this.move = move;
        }
    }

    /** From now on, and for a minute after the last question, the experiment is followed. */
    public Pulse pulse(Actor actor, long experiment) {
        Permissions.require(actor, Action.READ_TRACKING);
        long now = clock.millis();
        followed.values().removeIf(each -> now - each.askedAt > GONE_MS && each.askedAt > 0);
        Followed it = followed.computeIfAbsent(experiment, any -> new Followed(moves.incrementAndGet()));
        it.askedAt = now;
        synchronized (it) {
            Outline known = it.outline;
            if (known == null || it.stale || now - it.lookedAt >= EVERY_MS) {
                it.stale = false;
                Outline outline = look(experiment);
                if (!outline.equals(known)) {
                    it.move = moves.incrementAndGet();
                }
                it.outline = outline;
                it.lookedAt = now;
                known = outline;
            }
            return new Pulse(it.move, known.running());
        }
    }

    /** To be called in the transaction that writes; told when that is stored. */
    void logged(RunInfo run) {
        know(run);
        whenStored(() -> moved(run.experimentId()));
    }

    /** As {@link #logged(RunInfo)}, where a run started, ended, was put into the bin or taken out of it. */
    void changed(RunInfo run) {
        know(run);
        whenStored(() -> {
            Followed it = followed.get(run.experimentId());
            if (it != null) {
                it.stale = true;
                moved(run.experimentId());
            }
        });
    }

    /** As {@link #logged(RunInfo)}, on the way that asks the database for nothing; one look too many does no harm. */
    void logged(String runId) {
        whenStored(() -> {
            Long experiment = experiments.get(runId);
            if (experiment == null) {
                followed.keySet().forEach(this::moved);
            } else {
                moved(experiment);
            }
        });
    }

    private void moved(long experiment) {
        Followed it = followed.get(experiment);
        if (it != null) {
            it.move = moves.incrementAndGet();
        }
    }

    private void know(RunInfo run) {
        if (experiments.size() >= MOST_KNOWN) {
            experiments.clear();
        }
        experiments.put(run.id(), run.experimentId());
    }

    private static void whenStored(Runnable told) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            told.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                told.run();
            }
        });
    }

    private Outline look(long experiment) {
        record Newest(String id, boolean running, long start, long end) {}
        List<Newest> newest = jdbc.sql("""
                        select id, status, start_ms, end_ms from run where experiment_id = ? and lifecycle = 'active'
                        order by start_ms desc, id limit ?""")
                .params(experiment, NEWEST)
                .query((row, index) -> new Newest(
                        row.getString("id"),
                        RunStatus.valueOf(row.getString("status")) == RunStatus.RUNNING,
                        row.getLong("start_ms"),
                        row.getLong("end_ms")))
                .list();
        List<String> running =
                newest.stream().filter(Newest::running).map(Newest::id).toList();
        return jdbc.sql("""
                        select count(*), coalesce(max(l.timestamp_ms), 0), coalesce(sum(l.step), 0)
                        from unnest(cast(? as varchar array)) these (id) join run_metric_latest l on l.run_id = these.id""")
                .param(1, running.stream().limit(MEASURED).toArray(String[]::new))
                .query((row, index) -> new Outline(
                        newest.size(),
                        running.size(),
                        newest.stream().mapToLong(Newest::start).max().orElse(0),
                        newest.stream().mapToLong(Newest::end).sum(),
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3)))
                .single();
    }
}
