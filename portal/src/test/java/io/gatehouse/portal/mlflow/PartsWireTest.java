package io.gatehouse.portal.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.TestPeople;
import io.gatehouse.ids.Ids;
import io.gatehouse.portal.bench.PortalTest;
import io.gatehouse.portal.bench.WireClient;
import io.gatehouse.portal.bench.WireClient.Answer;
import io.gatehouse.portal.bench.WireClients;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

@PortalTest
class PartsWireTest {
    private static final String CREATE = "/api/2.0/mlflow-artifacts/mpu/create/";
    private static final String COMPLETE = "/api/2.0/mlflow-artifacts/mpu/complete/";
    private static final String ABORT = "/api/2.0/mlflow-artifacts/mpu/abort/";
    private static final String PART = "/api/2.0/mlflow-artifacts/mpu/part/";

    private final WireClient dana;
    private final WireClient nobody;
    private final WireClient vera;
    private final Path data;
    private final int port;
    private final String root;

    PartsWireTest(WireClients clients, TestPeople people, Ids ids, @Value("${gatehouse.data}") Path data) {
        this.dana = clients.dana();
        this.nobody = clients.nobody();
        this.vera = clients.as(people.vera());
        this.data = data;
        this.port = clients.port();
        this.root = "5/" + ids.hex32() + "/artifacts";
    }

    @Test
    void aFileInPartsComesDownAsOne() {
        Answer begun = create("/home/dana/large.bin", 3);
        List<String> tags = new ArrayList<>();
        for (int number : new int[] {3, 1, 2}) {
            Answer part = send(begun, number, "part " + number + ", ");
            assertThat(part.status()).isEqualTo(200);
            tags.add(part.headers().firstValue("ETag").orElse(""));
        }

        assertThat(complete(begun, tags.get(1), tags.get(2), tags.get(0)).text())
                .isEqualTo("{}");
        assertThat(dana.get("/api/2.0/mlflow-artifacts/artifacts/" + root + "/large.bin")
                        .text())
                .isEqualTo("part 1, part 2, part 3, ");
        assertThat(folder(begun)).doesNotExist();
        assertThat(complete(begun, tags.get(1), tags.get(2), tags.get(0)).text())
                .as("asked again, since no answer came")
                .isEqualTo("{}");
        assertThat(complete(begun, tags.get(0), tags.get(2), tags.get(1)).status())
                .isEqualTo(404);
    }

    @Test
    void aPartThatCameTwiceCountsAsItCameLast() {
        Answer begun = create("C:\\\\work\\\\again.bin", 1);
        send(begun, 1, "first");
        String tag = send(begun, 1, "second").headers().firstValue("ETag").orElse("");

        assertThat(complete(begun, tag).status()).isEqualTo(200);
        assertThat(dana.get("/api/2.0/mlflow-artifacts/artifacts/" + root + "/again.bin")
                        .text())
                .isEqualTo("second");
    }

    @Test
    void withoutAPartOrWithAnotherThanWasSentNothingIsPutTogether() {
        Answer begun = create("half.bin", 2);
        String tag = send(begun, 1, "one").headers().firstValue("ETag").orElse("");

        Answer missing = complete(begun, tag, tag);
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.message()).contains("part 2 of 2 is missing");
        send(begun, 2, "two");
        assertThat(complete(begun, tag, tag).message()).contains("part 2 of 2");
        assertThat(complete(begun, tag).message()).contains("part 1 of 2");
        assertThat(dana.get("/api/2.0/mlflow-artifacts/artifacts/" + root + "/half.bin")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anUploadThatIsBrokenOffLeavesNothing() {
        Answer begun = create("off.bin", 2);
        send(begun, 1, "one");

        assertThat(dana.post(ABORT + root, body("off.bin", begun, "")).text()).isEqualTo("{}");
        assertThat(folder(begun)).doesNotExist();
        assertThat(send(begun, 2, "two").status()).isEqualTo(401);
        assertThat(dana.post(ABORT + root, body("off.bin", begun, "")).status()).isEqualTo(200);
    }

    @Test
    void theSecretOfAnUploadSendsItsPartsAndNothingElse() {
        Answer begun = create("x.bin", 2);
        Answer other = create("y.bin", 2);

        assertThat(nobody.send("PUT", place(begun, 1), BodyPublishers.ofString("x"))
                        .status())
                .isEqualTo(401);
        assertThat(nobody.send(
                                "PUT",
                                place(begun, 1),
                                BodyPublishers.ofString("x"),
                                "X-Gatehouse-Upload",
                                secret(other))
                        .errorCode())
                .isEqualTo("UNAUTHENTICATED");
        assertThat(nobody.send(
                                "PUT",
                                PART + begun.at("/upload_id") + "/3",
                                BodyPublishers.ofString("x"),
                                "X-Gatehouse-Upload",
                                secret(begun))
                        .status())
                .isEqualTo(404);
        assertThat(nobody.send(
                                "PUT",
                                PART + "..%2f..%2fblobs/1",
                                BodyPublishers.ofString("x"),
                                "X-Gatehouse-Upload",
                                secret(begun))
                        .status())
                .isEqualTo(400);
        assertThat(nobody.send(
                                "GET",
                                "/api/2.0/mlflow-artifacts/artifacts/" + root + "/x.bin",
                                BodyPublishers.noBody(),
                                "X-Gatehouse-Upload",
                                secret(begun))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void whoeverMayNotWriteBeginsNothingAndOddNamesLeadNowhere() {
        assertThat(vera.post(CREATE + root, "{'path':'x','num_parts':2}").errorCode())
                .isEqualTo("PERMISSION_DENIED");
        assertThat(nobody.post(CREATE + root, "{'path':'x','num_parts':2}").status())
                .isEqualTo(401);
        assertThat(create("..", 2).message()).isEqualTo("Invalid path");
        assertThat(create("x/", 2).message()).isEqualTo("Invalid path");
        assertThat(dana.post(CREATE + "..%2f..", "{'path':'x','num_parts':2}").status())
                .isEqualTo(400);
        assertThat(create("x", 0).message()).contains("0 parts");
        assertThat(create("x", 10_001).message()).contains("10000");
        assertThat(dana.post(CREATE + root, "{'num_parts':2}").message()).contains("path");
        assertThat(dana.post(COMPLETE + root, "{'path':'x','upload_id':'../blobs','parts':[]}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anUploadGoesToThePathThatItWasBegunFor() {
        Answer begun = create("a.bin", 1);
        String tag = send(begun, 1, "one").headers().firstValue("ETag").orElse("");

        Answer elsewhere = dana.post(
                COMPLETE + root, body("b.bin", begun, ",'parts':[{'part_number':1,'etag':'" + tag + "','url':'x'}]"));

        assertThat(elsewhere.status()).isEqualTo(404);
    }

    @Test
    void aPartThatIsCutOffIsNotKept() throws IOException {
        Answer begun = create("cut.bin", 1);

        try (Socket socket = new Socket("127.0.0.1", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(("PUT " + place(begun, 1) + " HTTP/1.1\r\nHost: localhost\r\nX-Gatehouse-Upload: " + secret(begun)
                            + "\r\nContent-Length: 1000\r\n\r\nonly this")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            socket.shutdownOutput();
            // The server answers or hangs up; either way it is done with the part then.
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .doesNotContain("HTTP/1.1 200");
        }

        try (Stream<Path> files = Files.list(folder(begun))) {
            assertThat(files.map(file -> String.valueOf(file.getFileName()))).containsExactly("about");
        }
    }

    private Answer create(String path, int parts) {
        return dana.post(CREATE + root, "{'path':'" + path + "','num_parts':" + parts + "}");
    }

    private Answer send(Answer begun, int number, String text) {
        assertThat(begun.at("/credentials/" + (number - 1) + "/part_number")).isEqualTo(String.valueOf(number));
        return nobody.send(
                "PUT", place(begun, number), BodyPublishers.ofString(text), "X-Gatehouse-Upload", secret(begun));
    }

    private static String place(Answer begun, int number) {
        return URI.create(begun.at("/credentials/" + (number - 1) + "/url")).getPath();
    }

    private static String secret(Answer begun) {
        return begun.at("/credentials/0/headers/X-Gatehouse-Upload");
    }

    private Answer complete(Answer begun, String... tags) {
        StringBuilder parts = new StringBuilder();
        for (int i = 0; i < tags.length; i++) {
            parts.append(i == 0 ? "" : ",")
                    .append("{'part_number':")
                    .append(i + 1)
                    .append(",'etag':'")
                    .append(tags[i])
                    .append("','url':'x'}");
        }
        return dana.post(COMPLETE + root, body(name(begun), begun, ",'parts':[" + parts + "]"));
    }

    private String name(Answer begun) {
        try {
            String path = Files.readAllLines(folder(begun).resolve("about")).getFirst();
            return path.substring(path.lastIndexOf('/') + 1);
        } catch (IOException gone) {
            return "large.bin";
        }
    }

    private static String body(String name, Answer begun, String more) {
        return "{'path':'" + name + "','upload_id':'" + begun.at("/upload_id") + "'" + more + "}";
    }

    private Path folder(Answer begun) {
        return data.resolve("parts").resolve(begun.at("/upload_id"));
    }
}
