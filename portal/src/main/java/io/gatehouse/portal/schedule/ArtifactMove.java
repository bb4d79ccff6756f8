package io.gatehouse.portal.schedule;

import io.gatehouse.artifacts.BlobMove;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Copies the files of the folder to the bucket, after a bucket was named, while everybody goes on working. A restart goes on where it was;
 * what fails is tried again.
 */
@Component
@ConditionalOnProperty(name = "gatehouse.background-work", matchIfMissing = true)
class ArtifactMove {
    private static final Logger LOG = LoggerFactory.getLogger(ArtifactMove.class);

    private final BlobMove move;

    ArtifactMove(BlobMove move) {
        this.move = move;
    }

    @Scheduled(
            fixedDelayString = "${gatehouse.artifacts.s3.copy-every:PT1H}",
            initialDelayString = "${gatehouse.artifacts.s3.copy-first:PT5S}")
    void copy() {
        try {
            BlobMove.Progress done =
                    move.run(so -> LOG.info("{} files of the folder copied to the bucket", so.copied()));
            if (done.copied() > 0) {
                LOG.info(
                        "All {} files of the folder ({} bytes) are in the bucket now; blobs/ in the data folder is not needed any more",
                        done.files(),
                        done.bytes());
            }
        } catch (IOException failure) {
            LOG.warn("The files of the folder are not all in the bucket yet; trying again within the hour", failure);
        }
    }
}
