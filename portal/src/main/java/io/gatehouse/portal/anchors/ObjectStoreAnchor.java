package io.gatehouse.portal.anchors;

import io.gatehouse.audit.SignedCheckpoint;
import io.gatehouse.checkpoints.Anchor;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Keeps checkpoints in a bucket over the S3 protocol, best one with object lock in an account of somebody else. Without keys in the
 * settings, those of the environment count.
 */
@Component
@ConditionalOnProperty("gatehouse.audit.anchors.object-store.bucket")
class ObjectStoreAnchor implements Anchor, AutoCloseable {
    private static final int TAKEN = 412;

    private final S3Client store;
    private final String bucket;
    private final String prefix;

    ObjectStoreAnchor(
            @Value("${gatehouse.audit.anchors.object-store.bucket}") String bucket,
            @Value("${gatehouse.audit.anchors.object-store.prefix:}") String prefix,
            @Value("${gatehouse.audit.anchors.object-store.endpoint:}") String endpoint,
            @Value("${gatehouse.audit.anchors.object-store.region:us-east-1}") String region,
            @Value("${gatehouse.audit.anchors.object-store.access-key:}") String accessKey,
            @Value("${gatehouse.audit.anchors.object-store.secret-key:}") String secretKey) {
        this.bucket = bucket;
        this.prefix = prefix;
        S3ClientBuilder builder = S3Client.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .region(Region.of(region))
                .credentialsProvider(credentials(accessKey, secretKey))
                // Other stores than Amazon's may not know its newer checksums.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED);
        if (!endpoint.isEmpty()) {
            builder.endpointOverride(URI.create(endpoint)).forcePathStyle(true);
        }
        this.store = builder.build();
    }

    private static AwsCredentialsProvider credentials(String accessKey, String secretKey) {
        return accessKey.isEmpty()
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey));
    }

    @Override
    public String name() {
        return "object-store";
    }

    @Override
    public String place() {
        return bucket + (prefix.isEmpty() ? "" : "/" + prefix);
    }

    @Override
    public void keep(SignedCheckpoint checkpoint, String publicKey) throws IOException {
        put("public-key-" + checkpoint.keySha256().substring(0, 12) + ".pem", publicKey);
        put("checkpoint-%08d.json".formatted(checkpoint.number()), checkpoint.text() + "\n");
    }

    /** What is there stays as it is; something else there is a fault. */
    private void put(String name, String text) throws IOException {
        String key = prefix + name;
        try {
            store.putObject(request -> request.bucket(bucket).key(key).ifNoneMatch("*"), RequestBody.fromString(text));
        } catch (S3Exception refused) {
            if (refused.statusCode() != TAKEN) {
                throw failure(key, refused);
            }
            if (!read(key).equals(text)) {
                throw new IOException(key + " is in " + bucket + " already and says something else", refused);
            }
        } catch (SdkException failure) {
            throw failure(key, failure);
        }
    }

    private String read(String key) throws IOException {
        try {
            return store.getObjectAsBytes(request -> request.bucket(bucket).key(key))
                    .asString(StandardCharsets.UTF_8);
        } catch (SdkException failure) {
            throw failure(key, failure);
        }
    }

    private IOException failure(String key, SdkException cause) {
        return new IOException(key + " did not reach " + bucket + ": " + cause.getMessage(), cause);
    }

    @Override
    public void close() {
        store.close();
    }
}
