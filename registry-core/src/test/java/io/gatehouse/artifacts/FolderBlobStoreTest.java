package io.gatehouse.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class FolderBlobStoreTest extends BlobStoreContract {
    @Override
    BlobStore empty() throws IOException {
        return new FolderBlobStore(data, ids);
    }

    @Test
    void theFileItselfIsNearAndLiesUnderItsDigest() throws IOException {
        String sha256 = keep("near");

        assertThat(store.nearFile(sha256)).contains(store.file(sha256));
        assertThat(store.file(sha256).toString())
                .endsWith("blobs/" + sha256.substring(0, 2) + "/" + sha256.substring(2, 4) + "/" + sha256);
    }
}
