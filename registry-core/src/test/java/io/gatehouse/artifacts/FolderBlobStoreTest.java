package io.gatehouse.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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

    @Test
    void whatOneSweepTakesAwayIsLeftOutByAnotherThatLists() throws Exception {
        Path folder = Files.createDirectories(data.resolve("blobs/ab/cd"));
        List<Path> blobs = new ArrayList<>();
        for (int number = 0; number < 2_000; number++) {
            blobs.add(Files.createFile(folder.resolve("abcd" + "%060x".formatted(number))));
        }

        CompletableFuture<Void> sweep = CompletableFuture.runAsync(() -> blobs.forEach(FolderBlobStoreTest::delete));

        while (!sweep.isDone()) {
            assertThat(store.startingWith("ab")).hasSizeLessThanOrEqualTo(blobs.size());
        }
        sweep.get();
        assertThat(store.startingWith("ab")).isEmpty();
    }

    private static void delete(Path blob) {
        try {
            Files.delete(blob);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
