package io.gatehouse.portal.schedule;

import io.gatehouse.scoring.worker.Workers;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Starts the processes that read uploaded files while the rest of the portal starts, so that the first file does not wait. */
@Component
@ConditionalOnProperty(name = "gatehouse.background-work", matchIfMissing = true)
class WarmWorkers {
    WarmWorkers(Workers workers) {
        workers.warm();
    }
}
