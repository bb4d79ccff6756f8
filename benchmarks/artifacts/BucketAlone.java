import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * Sends a file to a bucket with the SDK alone, without a portal in between: in parts of 16 MB, four at once, as the portal does, and whole.
 * What it takes is the least that a portal, which receives and hashes the file before it sends it, could take.
 *
 * <p>Arguments: address of the server, bucket, file. Prints the median MB/s of three rounds each.
 */
final class BucketAlone {
    private static final long PART = 16L << 20;
    private static final int ROUNDS = 3;

    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[2]);
        double megabytes = Files.size(file) / (double) (1 << 20);
        try (S3Client client = client(arguments[0]);
                ExecutorService senders = Executors.newFixedThreadPool(4)) {
            double[] inParts = new double[ROUNDS];
            double[] complete = new double[ROUNDS];
            double[] whole = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                long began = System.nanoTime();
                double completing = inParts(client, senders, arguments[1], file);
                inParts[round] = seconds(began);
                complete[round] = completing / inParts[round];
                long beganWhole = System.nanoTime();
                String key = "alone/" + UUID.randomUUID();
                client.putObject(request -> request.bucket(arguments[1]).key(key), RequestBody.fromFile(file));
                whole[round] = seconds(beganWhole);
                client.deleteObject(request -> request.bucket(arguments[1]).key(key));
            }
            System.out.printf(
                    "| the SDK alone, in parts | %.0f | %.0f %% of the time is the server putting the parts together |%n",
                    megabytes / median(inParts), 100 * median(complete));
            System.out.printf("| the SDK alone, whole | %.0f | |%n", megabytes / median(whole));
        }
    }

    private static S3Client client(String address) {
        return S3Client.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .endpointOverride(URI.create(address))
                .build();
    }

    /** Seconds that the server took to put the parts together. */
    private static double inParts(S3Client client, ExecutorService senders, String bucket, Path file) throws Exception {
        String key = "alone/" + UUID.randomUUID();
        String id = client.createMultipartUpload(request -> request.bucket(bucket).key(key)).uploadId();
        long size = Files.size(file);
        List<Future<CompletedPart>> sent = new ArrayList<>();
        for (long from = 0; from < size; from += PART) {
            long start = from;
            int number = sent.size() + 1;
            sent.add(senders.submit(() -> {
                long length = Math.min(PART, size - start);
                String tag = client.uploadPart(
                                request -> request.bucket(bucket).key(key).uploadId(id).partNumber(number).contentLength(length),
                                RequestBody.fromContentProvider(() -> part(file, start, length), length, "application/octet-stream"))
                        .eTag();
                return CompletedPart.builder().partNumber(number).eTag(tag).build();
            }));
        }
        List<CompletedPart> parts = new ArrayList<>();
        for (Future<CompletedPart> part : sent) {
            parts.add(part.get());
        }
        long began = System.nanoTime();
        client.completeMultipartUpload(
                request -> request.bucket(bucket).key(key).uploadId(id).multipartUpload(upload -> upload.parts(parts)));
        double completing = seconds(began);
        client.deleteObject(request -> request.bucket(bucket).key(key));
        return completing;
    }

    private static InputStream part(Path file, long from, long length) {
        try {
            InputStream bytes = Files.newInputStream(file);
            bytes.skipNBytes(from);
            return new Part(bytes, length);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final class Part extends FilterInputStream {
        private long left;

        Part(InputStream bytes, long length) {
            super(bytes);
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int at, int most) throws IOException {
            int read = left == 0 ? -1 : in.read(into, at, (int) Math.min(most, left));
            left -= Math.max(0, read);
            return read;
        }
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
