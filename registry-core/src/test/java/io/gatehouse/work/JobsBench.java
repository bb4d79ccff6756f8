package io.gatehouse.work;

import io.gatehouse.house.Bench;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings background work to its end, also where the schedule of a portal took some of it first. */
@Bench
public class JobsBench {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final JobRunner runner;
    private final JdbcClient jdbc;
    private final Clock clock;

    public JobsBench(JobRunner runner, JdbcClient jdbc, Clock clock) {
        this.runner = runner;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Returns once no job waits that may run and none runs, here or elsewhere. */
    public void runAll() {
        Awaitility.await("the jobs to end")
                .atMost(LONGEST)
                .pollDelay(Duration.ZERO)
                .pollInSameThread()
                .until(() -> {
                    runner.runAll();
                    return underWay() == 0;
                });
    }

    private long underWay() {
        return jdbc.sql(
                        "select count(*) from job where state = 'WAITING' and not_before <= ? or state = 'RUNNING' and leased_by is not null")
                .param(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }
}
