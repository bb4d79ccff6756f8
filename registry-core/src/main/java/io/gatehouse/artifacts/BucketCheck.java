package io.gatehouse.artifacts;

import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Tries a bucket before anything rests on it: whether it is there, and may be written to, read from and deleted from. */
final class BucketCheck {
    private static final String RIGHTS =
            "s3:ListBucket, s3:GetObject, s3:PutObject, s3:DeleteObject, s3:AbortMultipartUpload and"
                    + " s3:ListBucketMultipartUploads";

    private final S3Settings settings;
    private final S3Client client;

    BucketCheck(Bucket bucket) {
        this.settings = bucket.settings();
        this.client = bucket.client();
    }

    /** @throws UnusableBlobStoreException if it cannot be used, saying why */
    void run() {
        String key = settings.prefix() + "gatehouse-was-here";
        try {
            client.headBucket(request -> request.bucket(settings.bucket()));
            client.putObject(
                    request -> request.bucket(settings.bucket()).key(key), RequestBody.fromString("to be deleted"));
            client.getObjectAsBytes(request -> request.bucket(settings.bucket()).key(key));
            client.deleteObject(request -> request.bucket(settings.bucket()).key(key));
        } catch (S3Exception refused) {
            throw new UnusableBlobStoreException(why(refused), refused);
        } catch (SdkException failure) {
            throw new UnusableBlobStoreException(unreachable(failure), failure);
        }
    }

    private String why(S3Exception refused) {
        String name = S3Settings.NAME;
        return switch (refused.statusCode()) {
            case 404 ->
                name + "bucket names '" + settings.bucket() + "', and there is no such bucket at " + settings.server()
                        + ". Create it, or correct the name"
                        + (settings.pathStyle() ? "" : " or set " + name + "path-style=true")
                        + ".";
            case 301, 307, 400 ->
                name + "region is " + settings.region() + ", and the bucket '" + settings.bucket() + "' is "
                        + region(refused)
                                .map(region -> "in " + region)
                                .orElse("elsewhere, or does not take this request: "
                                        + first(String.valueOf(refused.getMessage())))
                        + ". Correct the region.";
            case 401, 403 ->
                "The bucket '" + settings.bucket() + "' at " + settings.server() + " does not let "
                        + (settings.accessKey().isEmpty()
                                ? "the keys of the environment"
                                : "the keys in " + name + "access-key and " + name + "secret-key")
                        + " do all that is needed. Correct them, or give them " + RIGHTS + ".";
            default ->
                "The bucket '" + settings.bucket() + "' at " + settings.server() + " answers with "
                        + refused.statusCode() + ": " + first(String.valueOf(refused.getMessage())) + ".";
        };
    }

    private static Optional<String> region(S3Exception refused) {
        return Optional.ofNullable(refused.awsErrorDetails())
                .flatMap(details -> Optional.ofNullable(details.sdkHttpResponse()))
                .flatMap(response -> response.firstMatchingHeader("x-amz-bucket-region"));
    }

    private String unreachable(SdkException failure) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof SdkClientException && message.contains("credentials")) {
            return "No keys for the bucket '" + settings.bucket() + "' were found. Set " + S3Settings.NAME
                    + "access-key and " + S3Settings.NAME + "secret-key, or those of the environment"
                    + " (AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a profile, or a role of the machine).";
        }
        return "Nothing that speaks S3 answers at " + settings.server() + ": " + first(message)
                + ". Start it, or correct " + S3Settings.NAME
                + (settings.endpoint().isEmpty() ? "region." : "endpoint.");
    }

    /** The first sentence, without the SDK's numbers of the request. */
    private static String first(String message) {
        return message.lines()
                .findFirst()
                .orElse(message)
                .replaceAll("\\s*\\(Service:.*", "")
                .replaceAll("[.\\s]+$", "");
    }
}
