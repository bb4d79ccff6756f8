package io.gatehouse.portal.schedule;

import io.gatehouse.checkpoints.Anchors;
import io.gatehouse.checkpoints.Checkpoints;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Signs what the audit chain is, some times a day if anything happened, and brings checkpoints to where they are anchored. */
@Component
@ConditionalOnProperty(name = "gatehouse.background-work", matchIfMissing = true)
class AuditWatch {
    private final Checkpoints checkpoints;
    private final Anchors anchors;

    AuditWatch(Checkpoints checkpoints, Anchors anchors) {
        this.checkpoints = checkpoints;
        this.anchors = anchors;
    }

    @Scheduled(
            fixedDelayString = "${gatehouse.audit.checkpoint-every:PT1H}",
            initialDelayString = "${gatehouse.audit.checkpoint-first:PT1M}")
    void sign() {
        checkpoints.writeIfMoved();
    }

    /** Each anchor has its own waits after failures, so this only looks what is due. */
    @Scheduled(fixedDelayString = "${gatehouse.audit.anchor-every:PT20S}", initialDelayString = "PT20S")
    void anchor() {
        anchors.deliver();
    }
}
