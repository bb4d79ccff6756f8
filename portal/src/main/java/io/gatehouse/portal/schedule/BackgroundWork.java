package io.gatehouse.portal.schedule;

import io.gatehouse.work.JobRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Runs waiting jobs, one after the other: evaluations read files with native code, of which two at once gain nothing on two cores. Files
 * that take long are made one after the other too, beside them, so that no promotion waits behind a workbook.
 */
@Component
@EnableScheduling
@ConditionalOnProperty(name = "gatehouse.background-work", matchIfMissing = true)
class BackgroundWork {
    private final JobRunner runner;

    BackgroundWork(JobRunner runner) {
        this.runner = runner;
    }

    /** A second after the last round ended, so that rounds never overlap. */
    @Scheduled(fixedDelay = 1000)
    void runWaiting() {
        runner.runShort();
    }

    @Scheduled(fixedDelay = 1000)
    void runWaitingLong() {
        runner.runLong();
    }
}
