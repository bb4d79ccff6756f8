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
 * Shared ones are older than nothing that the audit log tells, so that a decision is seen by the next look at any screen; and what the
 * log does not tell, such as that a day went by or how a person is called now, is seen after {@link #LONGEST}.
 */
@Component
class SharedSummaries {
    static final Duration LONGEST = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ReentrantLock taking = new ReentrantLock();
    private volatile @Nullable Taken taken;

    SharedSummaries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param seq of the newest event before the summaries were taken */
    private record Taken(long seq, Instant at, List<ChampionSummary> summaries) {}

    /** @param anew takes them, in a transaction of its own */
    List<ChampionSummary> orElse(Supplier<List<ChampionSummary>> anew) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            // It may see what others must not see yet, and would keep a connection from them while it waits.
            return anew.get();
        }
        Taken known = taken;
        if (known != null && holds(known)) {
            return known.summaries;
        }
        taking.lock();
        try {
            Taken meanwhile = taken;
            if (meanwhile != null && holds(meanwhile)) {
                return meanwhile.summaries;
            }
            long seq = jdbc.sql("select seq from audit_head where id = 1")
                    .query(Long.class)
                    .single();
            Instant at = clock.instant();
            List<ChampionSummary> summaries = anew.get();
            taken = new Taken(seq, at, summaries);
            return summaries;
        } finally {
            taking.unlock();
        }
    }

    /** Reading a risk list is on the log and moves nothing. */
    private boolean holds(Taken known) {
        return Duration.between(known.at, clock.instant()).abs().compareTo(LONGEST) < 0
                && !jdbc.sql("select exists (select 1 from audit_event where seq > ? and action <> 'risk_list.read')")
                        .param(known.seq)
                        .query(Boolean.class)
                        .single();
    }
}
