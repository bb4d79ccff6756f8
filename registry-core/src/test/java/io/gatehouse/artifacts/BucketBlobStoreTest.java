package io.gatehouse.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.ids.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import software.amazon.awssdk.core.sync.RequestBody;

/** Against S3Mock, over the wire. */
class BucketBlobStoreTest extends BlobStoreContract {
    private static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");

    private final String prefix = ids.hex32() + "/";
    private final Bucket bucket = new Bucket(settings(S3Server.BUCKET, prefix));

    @Override
    BlobStore empty() throws IOException {
        return new BucketBlobStore(bucket, data, ids, clock);
    }

    static S3Settings settings(String bucket, String prefix) {
        return new S3Settings(
                bucket,
                "us-east-1",
                S3Server.running().endpoint(),
                prefix,
                true,
                "key",
                "secret",
                DataSize.ofMegabytes(100));
    }

    @AfterEach
    void close() {
        bucket.close();
    }

    @Test
    void anObjectLiesWhereTheFileWouldLie() throws IOException {
        String sha256 = keep("laid out alike");

        assertThat(bucket.head(key(sha256))).isPresent();
        assertThat(store.nearFile(sha256)).isEmpty();
    }

    @Test
    void bytesThatTheBucketHasAreNotSentAgain() throws IOException {
        String sha256 = keep("sent once");
        Instant first = bucket.head(key(sha256)).orElseThrow().at();
        BlobStore.Quarantined again = receive("sent once");

        assertThat(store.commit(again)).isFalse();
        assertThat(bucket.head(key(sha256)).orElseThrow().at()).isEqualTo(first);
    }

    @Test
    void aFileOfManyPartsIsOneObjectWithTheSameBytes() throws IOException {
        Path large = data.resolve("large");
        byte[] block = new byte[1 << 20];
        Random random = new Random(42);
        try (var out = Files.newOutputStream(large)) {
            for (int i = 0; i < 70; i++) {
                random.nextBytes(block);
                out.write(block);
            }
        }
        String sha256 = "";
        try (InputStream in = Files.newInputStream(large)) {
            if (store.receive(in) instanceof BlobStore.Receipt.Whole(BlobStore.Quarantined upload)) {
                sha256 = upload.sha256();
                store.commit(upload);
                store.discard(upload);
            }
        }

        assertThat(bucket.head(key(sha256)).orElseThrow().size()).isEqualTo(70L << 20);
        try (DigestInputStream back = new DigestInputStream(store.open(sha256, 0, Long.MAX_VALUE), Digests.sha256())) {
            back.transferTo(java.io.OutputStream.nullOutputStream());
            assertThat(HexFormat.of().formatHex(back.getMessageDigest().digest()))
                    .isEqualTo(sha256);
        }
    }

    @Test
    void aCopyOnThisMachineIsMadeOnceAndComparedWithItsDigest() throws IOException {
        String sha256 = keep("copied here");
        Path copy = store.file(sha256);
        bucket.delete(key(sha256));

        assertThat(store.file(sha256)).isEqualTo(copy).hasContent("copied here");
    }

    @Test
    void bytesThatAreOthersThanTheirNameSaysAreNotGivenToReaders() throws IOException {
        String sha256 = Digests.sha256("right");
        bucket.client()
                .putObject(
                        request -> request.bucket(S3Server.BUCKET).key(key(sha256)), RequestBody.fromString("wrong"));

        assertThatThrownBy(() -> store.file(sha256))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("damaged");
        assertThat(data.resolve("copies")).isEmptyDirectory();
    }

    @Test
    void aCopyThatWasDamagedHereIsFetchedAnewAfterARestart() throws IOException {
        String sha256 = keep("sound");
        Files.writeString(store.file(sha256), "broken");
        store = new BucketBlobStore(bucket, data, ids, clock);

        assertThat(store.file(sha256)).hasContent("sound");
    }

    @Test
    void anUploadInPartsThatACrashLeftIsAborted() throws IOException {
        String key = key(Digests.sha256("crashed"));
        bucket.client()
                .createMultipartUpload(
                        request -> request.bucket(S3Server.BUCKET).key(key));

        assertThat(store.clearQuarantine(Instant.EPOCH)).isZero();
        assertThat(bucket.abandoned(prefix, LATER)).hasSize(1);
        assertThat(store.clearQuarantine(LATER)).isEqualTo(1);
        assertThat(bucket.abandoned(prefix, LATER)).isEmpty();
    }

    @Test
    void whatDoesNotReachTheBucketIsSaidWithItsPlaceAndWithoutItsKeys() throws IOException {
        try (Bucket nowhere = new Bucket(settings("no-such-bucket", ""))) {
            BlobStore lost = new BucketBlobStore(nowhere, data, ids, clock);
            BlobStore.Quarantined upload = receive("lost");

            assertThatThrownBy(() -> lost.commit(upload))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("no-such-bucket")
                    .hasMessageNotContaining("secret");
        }
    }

    private String key(String sha256) {
        return prefix + "blobs/" + sha256.substring(0, 2) + "/" + sha256.substring(2, 4) + "/" + sha256;
    }
}
