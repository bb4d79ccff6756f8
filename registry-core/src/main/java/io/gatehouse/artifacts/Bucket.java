package io.gatehouse.artifacts;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A bucket, as little of it as blobs need. Every failure is an {@link IOException} that says which key and bucket it was about. */
final class Bucket implements AutoCloseable {
    private static final int NOT_FOUND = 404;
    private static final int UNSATISFIABLE = 416;

    /** Above this a file goes in parts, of which a failed one is sent again alone. */
    static final long WHOLE = 64L << 20;

    private final S3Settings settings;
    private final S3Client client;
    private final BucketParts parts;

    Bucket(S3Settings settings) {
        this.settings = settings;
        this.client = client(settings);
        this.parts = new BucketParts(client, settings.bucket());
    }

    /** An object without its bytes. */
    record Entry(String key, long size, Instant at) {}

    private static S3Client client(S3Settings settings) {
        S3ClientBuilder builder = S3Client.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .region(Region.of(settings.region()))
                .credentialsProvider(credentials(settings))
                .forcePathStyle(settings.pathStyle())
                // Other stores than Amazon's may not know its newer checksums.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        if (!settings.endpoint().isEmpty()) {
            builder.endpointOverride(URI.create(settings.endpoint()));
        }
        return builder.build();
    }

    private static AwsCredentialsProvider credentials(S3Settings settings) {
        return settings.accessKey().isEmpty()
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(settings.accessKey(), settings.secretKey()));
    }

    S3Settings settings() {
        return settings;
    }

    /** The raw client, for the check at the start, which tells failures apart. */
    S3Client client() {
        return client;
    }

    /** Writes an object, whole or not at all. */
    void put(String key, Path file, String sha256, long size) throws IOException {
        if (size > WHOLE) {
            parts.put(key, file, size);
            return;
        }
        String checksum = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256));
        // The server compares what arrived with the digest, and refuses other bytes.
        call(
                key,
                () -> client.putObject(
                        request -> request.bucket(settings.bucket()).key(key).checksumSHA256(checksum),
                        RequestBody.fromFile(file)));
    }

    Optional<Entry> head(String key) throws IOException {
        try {
            HeadObjectResponse head = call(
                    key,
                    () -> client.headObject(
                            request -> request.bucket(settings.bucket()).key(key)));
            return Optional.of(new Entry(key, head.contentLength(), head.lastModified()));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        }
    }

    /** @throws NoSuchFileException if there is no such object */
    InputStream open(String key, long from, long length) throws IOException {
        String range = "bytes=" + from + "-" + (length > Long.MAX_VALUE - from ? "" : from + length - 1);
        try {
            ResponseInputStream<GetObjectResponse> bytes = call(
                    key,
                    () -> client.getObject(request ->
                            request.bucket(settings.bucket()).key(key).range(range)));
            return new AbandonableStream(bytes);
        } catch (IOException failure) {
            if (failure.getCause() instanceof S3Exception refused && refused.statusCode() == UNSATISFIABLE) {
                return InputStream.nullInputStream();
            }
            throw failure;
        }
    }

    /** All objects whose key starts so. */
    List<Entry> startingWith(String prefix) throws IOException {
        return call(prefix, () -> {
            List<Entry> found = new ArrayList<>();
            for (S3Object object : client.listObjectsV2Paginator(
                            request -> request.bucket(settings.bucket()).prefix(prefix))
                    .contents()) {
                found.add(new Entry(object.key(), object.size(), object.lastModified()));
            }
            return found;
        });
    }

    void delete(String key) throws IOException {
        call(
                key,
                () -> client.deleteObject(
                        request -> request.bucket(settings.bucket()).key(key)));
    }

    /** Uploads in parts below a prefix that were begun before a moment and never ended. They cost money and no listing shows them. */
    List<MultipartUpload> abandoned(String prefix, Instant before) throws IOException {
        return call(prefix, () -> {
            List<MultipartUpload> found = new ArrayList<>();
            for (MultipartUpload upload : client.listMultipartUploadsPaginator(
                            request -> request.bucket(settings.bucket()).prefix(prefix))
                    .uploads()) {
                if (upload.initiated().isBefore(before)) {
                    found.add(upload);
                }
            }
            return found;
        });
    }

    void abort(MultipartUpload upload) throws IOException {
        call(
                upload.key(),
                () -> client.abortMultipartUpload(request ->
                        request.bucket(settings.bucket()).key(upload.key()).uploadId(upload.uploadId())));
    }

    private <T> T call(String key, Supplier<T> work) throws IOException {
        try {
            return work.get();
        } catch (S3Exception refused) {
            if (refused.statusCode() == NOT_FOUND && !"NoSuchBucket".equals(code(refused))) {
                NoSuchFileException missing = new NoSuchFileException(key, settings.place(), "it is not there");
                missing.initCause(refused);
                throw missing;
            }
            throw failure(key, refused);
        } catch (SdkException failure) {
            throw failure(key, failure);
        }
    }

    private static String code(S3Exception refused) {
        return refused.awsErrorDetails() == null
                ? ""
                : String.valueOf(refused.awsErrorDetails().errorCode());
    }

    private IOException failure(String key, SdkException cause) {
        return new IOException("The bucket " + settings + " failed at " + key + ": " + cause.getMessage(), cause);
    }

    @Override
    public void close() {
        parts.close();
        client.close();
    }
}
