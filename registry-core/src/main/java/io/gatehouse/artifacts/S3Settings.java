package io.gatehouse.artifacts;

import java.net.URI;
import org.springframework.util.unit.DataSize;

/**
 * Where artifacts lie over the S3 protocol, by {@code gatehouse.artifacts.s3.…}.
 *
 * @param bucket that they lie in; empty: they lie in the data folder
 * @param region of the bucket
 * @param endpoint of the server; empty: Amazon's of the region
 * @param prefix before every key, such as {@code gatehouse/}
 * @param pathStyle whether the bucket stands in the path and not in the name of the host
 * @param accessKey empty: the keys of the environment count
 * @param cache how much of the bucket is kept on this machine for readers that want files
 */
record S3Settings(
        String bucket,
        String region,
        String endpoint,
        String prefix,
        boolean pathStyle,
        String accessKey,
        String secretKey,
        DataSize cache) {
    static final String NAME = "gatehouse.artifacts.s3.";

    /** @throws UnusableBlobStoreException if they cannot be meant like this */
    S3Settings {
        require(
                endpoint.isEmpty() || endpoint.matches("https?://[^\\s/?#]+(:\\d+)?/?"),
                "endpoint is '" + endpoint + "'; name an address such as https://s3.example.org.");
        require(!region.isBlank(), "region is empty; name the region of the bucket, such as eu-central-1.");
        require(
                prefix.isEmpty() || prefix.endsWith("/") && !prefix.startsWith("/") && !prefix.contains("//"),
                "prefix is '" + prefix + "'; end it with a slash and begin it without, such as gatehouse/.");
        require(
                accessKey.isEmpty() == secretKey.isEmpty(),
                "access-key and " + NAME + "secret-key go together; set both, or neither to take those of the"
                        + " environment.");
        require(
                cache.toBytes() >= DataSize.ofMegabytes(100).toBytes(),
                "cache is " + cache.toMegabytes() + " MB; give it 100MB or more.");
    }

    private static void require(boolean fits, String otherwise) {
        if (!fits) {
            throw new UnusableBlobStoreException(NAME + otherwise);
        }
    }

    /** As people are told: bucket and prefix. */
    String place() {
        return bucket + (prefix.isEmpty() ? "" : "/" + prefix);
    }

    /** As people are told: the server. */
    String server() {
        return endpoint.isEmpty()
                ? "Amazon S3 in " + region
                : URI.create(endpoint).getAuthority();
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return place() + " at " + server();
    }
}
