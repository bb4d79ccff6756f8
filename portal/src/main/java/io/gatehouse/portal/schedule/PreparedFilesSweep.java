package io.gatehouse.portal.schedule;

import io.gatehouse.preparedfiles.PreparedFiles;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets go of prepared files that have expired; the sweep of the artifact store takes their bytes. */
@Component
@ConditionalOnProperty(name = "gatehouse.background-work", matchIfMissing = true)
class PreparedFilesSweep {
    private final PreparedFiles files;

    PreparedFilesSweep(PreparedFiles files) {
        this.files = files;
    }

    @Scheduled(fixedDelayString = "${gatehouse.prepared-files.sweep-every:PT15M}", initialDelayString = "PT2M")
    void sweep() {
        files.sweep();
    }
}
