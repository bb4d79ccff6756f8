package io.gatehouse.champions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The summaries of all models, taken once for everybody who looks at about the same time, since they are the same for every reader.
 * Shared ones hold all that was on the audit log when somebody came to look, so that a decision is seen by the next look at any screen;
 * and what the log does not tell, such as that a day went by or how a person is called now, is looked for again after {@link #YOUNG}.
 */
@Component
class SharedSummaries {
    /** After which one of those who look takes them anew. */
    static final Duration YOUNG = Duration.ofSeconds(5);

    /** Within which others are shown the ones before while somebody takes them anew. */
    static final Duration OLDEST = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ReentrantLock taking = new ReentrantLock();
    private volatile @Nullable Taken taken;

    SharedSummaries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param seq of the newest event before they were taken
     * @param at when that was done
     */
    private record Taken(long seq, Instant at, List<ChampionSummary> summaries) {}

    /** @param anew takes them, in a transaction of its own */
    List<ChampionSummary> orElse(Supplier<List<ChampionSummary>> anew) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            // It may see what others must not see yet, and would keep a connection from them while it waits.
            return anew.get();
        }
        Taken known = taken;
        long newest = known == null ? head() : newestAfter(known.seq);
        if (known != null && holds(known, newest, YOUNG)) {
            return known.summaries;
        }
        if (!taking.tryLock()) {
            if (known != null && holds(known, newest, OLDEST)) {
                return known.summaries;
            }
            taking.lock();
        }
        try {
            // What others took meanwhile will do, whatever happened since they began: this look is older than that.
            Taken meanwhile = taken;
            if (meanwhile != null && holds(meanwhile, newest, YOUNG)) {
                return meanwhile.summaries;
            }
            long seq = head();
            List<ChampionSummary> summaries = anew.get();
            taken = new Taken(seq, clock.instant(), summaries);
            return summaries;
        } finally {
            taking.unlock();
        }
    }

    private boolean holds(Taken known, long newest, Duration within) {
        return known.seq >= newest
                && Duration.between(known.at, clock.instant()).abs().compareTo(within) < 0;
    }

    private long head() {
        return jdbc.sql("select seq from audit_head where id = 1")
                .query(Long.class)
                .single();
    }

    /** The newest event after one that can move a champion, 0 if there is none: that somebody read a risk list is on the log, too. */
    private long newestAfter(long known) {
        return jdbc.sql("select coalesce(max(seq), 0) from audit_event where seq > ? and action <> 'risk_list.read'")
                .param(known)
                .query(Long.class)
                .single();
    }
}
