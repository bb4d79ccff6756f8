package io.gatehouse.portal.schedule;

import io.gatehouse.cleanup.CleanUps;
import io.gatehouse.people.People;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Cleans up some times a day: takes away the bytes that nothing refers to and, where the settings say so, the files of what was deleted
 * long ago. The grace keeps uploads that are still under way.
 */
@Component
@ConditionalOnProperty(name = "gatehouse.background-work", matchIfMissing = true)
class ArtifactHousekeeping {
    private static final Logger LOG = LoggerFactory.getLogger(ArtifactHousekeeping.class);

    private final CleanUps cleanUps;
    private final People people;
    private final boolean ofDeletedRuns;

    ArtifactHousekeeping(
            CleanUps cleanUps,
            People people,
            @Value("${gatehouse.artifacts.sweep-grace:PT24H}") Duration grace,
            @Value("${gatehouse.artifacts.clean-deleted:false}") boolean ofDeletedRuns) {
        this.cleanUps = cleanUps;
        this.people = people;
        this.ofDeletedRuns = ofDeletedRuns;
        if (grace.compareTo(Duration.ofHours(1)) < 0) {
            throw new IllegalStateException("gatehouse.artifacts.sweep-grace is " + grace
                    + ", and uploads may take longer than that. Set it to PT1H or more.");
        }
    }

    @Scheduled(
            fixedDelayString = "${gatehouse.artifacts.sweep-every:PT6H}",
            initialDelayString = "${gatehouse.artifacts.sweep-first:PT10M}")
    void sweep() {
        CleanUps.Done done = cleanUps.scheduled(people.system("clean-up"), ofDeletedRuns);
        if (done.files() + done.blobs() + done.uploads() > 0) {
            LOG.info(
                    "Cleaned up: {} files of {} deleted runs and models, {} stored files that nothing refers to, {} broken uploads",
                    done.files(),
                    done.owners(),
                    done.blobs(),
                    done.uploads());
        }
    }
}
