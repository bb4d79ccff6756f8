package io.gatehouse.portal.schedule;

import io.gatehouse.artifacts.ArtifactSweep;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Takes away the bytes that nothing refers to, some times a day. The grace keeps uploads that are still under way. */
@Component
@ConditionalOnProperty(name = "gatehouse.background-work", matchIfMissing = true)
class ArtifactHousekeeping {
    private static final Logger LOG = LoggerFactory.getLogger(ArtifactHousekeeping.class);

    private final ArtifactSweep sweep;
    private final Duration grace;

    ArtifactHousekeeping(ArtifactSweep sweep, @Value("${gatehouse.artifacts.sweep-grace:PT24H}") Duration grace) {
        this.sweep = sweep;
        this.grace = grace;
        if (grace.compareTo(Duration.ofHours(1)) < 0) {
            throw new IllegalStateException("gatehouse.artifacts.sweep-grace is " + grace
                    + ", and uploads may take longer than that. Set it to PT1H or more.");
        }
    }

    @Scheduled(
            fixedDelayString = "${gatehouse.artifacts.sweep-every:PT6H}",
            initialDelayString = "${gatehouse.artifacts.sweep-first:PT10M}")
    void sweep() {
        ArtifactSweep.Swept swept = sweep.sweep(grace);
        if (swept.blobs() + swept.uploads() > 0) {
            LOG.info("Swept {} files that nothing refers to and {} broken uploads", swept.blobs(), swept.uploads());
        }
    }
}
