package io.gatehouse.portal.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.ids.Ids;
import io.gatehouse.portal.bench.PortalTest;
import io.gatehouse.portal.bench.WireClient;
import io.gatehouse.portal.bench.WireClients;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class CutOffUploadTest {
    private static final int SENT = 1 << 20;
    private static final String PUT = """
            PUT /api/2.0/mlflow-artifacts/artifacts/%s HTTP/1.1\r
            Host: localhost\r
            Authorization: Basic %s\r
            Content-Length: %d\r
            \r
            """;

    private final WireClients clients;
    private final WireClient dana;
    private final JdbcClient jdbc;
    private final Path data;
    private final String folder;

    CutOffUploadTest(WireClients clients, JdbcClient jdbc, Ids ids, @Value("${gatehouse.data}") Path data) {
        this.clients = clients;
        this.dana = clients.dana();
        this.jdbc = jdbc;
        this.data = data.toAbsolutePath();
        this.folder = "5/" + ids.hex32() + "/artifacts/evaluation";
    }

    @Test
    void aClientThatIsKilledHalfwayLeavesNeitherRowNorBytes() throws IOException {
        Set<Path> uploadsBefore = below("quarantine");
        Set<Path> blobsBefore = below("blobs");
        String credentials = Base64.getEncoder().encodeToString("dana:dana-password".getBytes(StandardCharsets.UTF_8));

        try (Socket socket = new Socket("127.0.0.1", clients.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(PUT.formatted(folder + "/predictions.parquet", credentials, 10L * SENT)
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[SENT]);
            out.flush();
            Awaitility.await("the upload to arrive")
                    .until(() -> !below("quarantine").equals(uploadsBefore));
            // Closing throws away what was not read and resets the connection, as the end of a process does.
            socket.setSoLinger(true, 0);
        }

        Awaitility.await("the upload to be thrown away")
                .until(() -> below("quarantine").equals(uploadsBefore));
        assertThat(below("blobs")).isEqualTo(blobsBefore);
        assertThat(jdbc.sql("select count(*) from artifact where directory = ?")
                        .param(folder)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(dana.get("/api/2.0/mlflow-artifacts/artifacts/" + folder + "/predictions.parquet")
                        .status())
                .isEqualTo(404);
    }

    /** A file that is thrown away while they are listed is not there. */
    private Set<Path> below(String name) throws IOException {
        Set<Path> found = new HashSet<>();
        Files.walkFileTree(data.resolve(name), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
        return found;
    }
}
