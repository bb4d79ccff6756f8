package io.gatehouse.artifacts;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * Sends a large file to a bucket in parts, some at once, each read from its place in the file. The object appears when all are there; what a
 * crash leaves of it is aborted by the sweep.
 */
final class BucketParts implements AutoCloseable {
    private static final int AT_ONCE = 4;
    /** Two more than the protocol's 10,000 would allow, so that no file comes near it. */
    private static final long MOST = 9_000;

    private static final long SMALLEST = 16L << 20;

    private final S3Client client;
    private final String bucket;
    private final ExecutorService senders = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().daemon().name("to-bucket-", 1).factory());

    BucketParts(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    void put(String key, Path file, long size) throws IOException {
        String id = "";
        boolean done = false;
        try {
            id = client.createMultipartUpload(request -> request.bucket(bucket).key(key))
                    .uploadId();
            complete(key, id, send(key, id, file, size));
            done = true;
        } catch (SdkException failure) {
            throw new IOException(key + " did not reach the bucket " + bucket + ": " + failure.getMessage(), failure);
        } finally {
            if (!done && !id.isEmpty()) {
                abort(key, id);
            }
        }
    }

    private List<CompletedPart> send(String key, String id, Path file, long size) throws IOException {
        long length = Math.max(SMALLEST, size / MOST + 1);
        List<Future<CompletedPart>> sent = new ArrayList<>();
        for (long from = 0; from < size; from += length) {
            long start = from;
            int number = sent.size() + 1;
            sent.add(senders.submit(() -> part(key, id, number, file, start, Math.min(length, size - start))));
        }
        try {
            List<CompletedPart> parts = new ArrayList<>();
            for (Future<CompletedPart> part : sent) {
                parts.add(part.get());
            }
            return parts;
        } catch (ExecutionException failure) {
            throw new IOException("A part of " + key + " did not reach the bucket " + bucket, failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The upload of " + key + " was stopped");
        } finally {
            sent.forEach(part -> part.cancel(true));
        }
    }

    private CompletedPart part(String key, String id, int number, Path file, long from, long length) {
        RequestBody body = RequestBody.fromContentProvider(
                () -> {
                    try {
                        return new PartOfFile(FileChannel.open(file, StandardOpenOption.READ), from, length);
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                },
                length,
                "application/octet-stream");
        String tag = client.uploadPart(
                        request -> request.bucket(bucket)
                                .key(key)
                                .uploadId(id)
                                .partNumber(number)
                                .contentLength(length),
                        body)
                .eTag();
        return CompletedPart.builder().partNumber(number).eTag(tag).build();
    }

    private void complete(String key, String id, List<CompletedPart> parts) {
        client.completeMultipartUpload(
                request -> request.bucket(bucket).key(key).uploadId(id).multipartUpload(upload -> upload.parts(parts)));
    }

    /** What cannot be aborted now, the sweep aborts. */
    private void abort(String key, String id) {
        try {
            client.abortMultipartUpload(
                    request -> request.bucket(bucket).key(key).uploadId(id));
        } catch (SdkException left) {
            org.slf4j.LoggerFactory.getLogger(BucketParts.class)
                    .info("An upload of {} is left to the sweep", key, left);
        }
    }

    @Override
    public void close() {
        senders.shutdownNow();
    }
}
