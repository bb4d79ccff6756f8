package io.gatehouse.artifacts;

import io.gatehouse.ids.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** Keeps files in the data folder, or in a bucket if one is named. */
@Configuration(proxyBeanMethods = false)
class BlobStoreConfiguration {
    private static final String NAME = "gatehouse.artifacts.s3.";

    @Bean
    S3Settings s3Settings(
            @Value("${" + NAME + "bucket:}") String bucket,
            @Value("${" + NAME + "region:us-east-1}") String region,
            @Value("${" + NAME + "endpoint:}") String endpoint,
            @Value("${" + NAME + "prefix:}") String prefix,
            @Value("${" + NAME + "path-style:}") String pathStyle,
            @Value("${" + NAME + "access-key:}") String accessKey,
            @Value("${" + NAME + "secret-key:}") String secretKey,
            @Value("${" + NAME + "cache:10GB}") DataSize cache) {
        // Servers other than Amazon's seldom have a name of their own for each bucket.
        boolean inPath = pathStyle.isEmpty() ? !endpoint.isEmpty() : Boolean.parseBoolean(pathStyle);
        return new S3Settings(bucket, region, endpoint, prefix, inPath, accessKey, secretKey, cache);
    }

    @Bean
    BlobStore blobStore(S3Settings settings, @Value("${gatehouse.data:data}") Path data, Ids ids, Clock clock)
            throws IOException {
        Path root = Files.createDirectories(data.toAbsolutePath()).toRealPath();
        StoreMark mark = new StoreMark(root);
        FolderBlobStore folder = new FolderBlobStore(root, ids);
        if (settings.bucket().isEmpty()) {
            mark.requireNone();
            return folder;
        }
        mark.require(settings);
        Bucket bucket = new Bucket(settings);
        new BucketCheck(bucket).run();
        return new MovingBlobStore(new BucketBlobStore(bucket, root, ids, clock), folder);
    }
}
