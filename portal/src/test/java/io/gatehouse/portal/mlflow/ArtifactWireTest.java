package io.gatehouse.portal.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.TestPeople;
import io.gatehouse.ids.Ids;
import io.gatehouse.portal.bench.PortalTest;
import io.gatehouse.portal.bench.WireClient;
import io.gatehouse.portal.bench.WireClient.Answer;
import io.gatehouse.portal.bench.WireClients;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@PortalTest
class ArtifactWireTest {
    private static final String FILES = "/api/2.0/mlflow-artifacts/artifacts";

    private final WireClients clients;
    private final WireClient dana;
    private final TestPeople people;
    private final String root;

    ArtifactWireTest(WireClients clients, TestPeople people, Ids ids) {
        this.clients = clients;
        this.dana = clients.dana();
        this.people = people;
        this.root = "5/" + ids.hex32() + "/artifacts";
    }

    @Test
    void aFileGoesUpAndComesDownAsItWas() {
        assertThat(put("model/MLmodel", "flavors: {}").text()).isEqualTo("{}");

        Answer down = dana.get(FILES + "/" + root + "/model/MLmodel");
        assertThat(down.status()).isEqualTo(200);
        assertThat(down.text()).isEqualTo("flavors: {}");
        assertThat(header(down, "Content-Disposition")).contains("attachment", "MLmodel");
        assertThat(header(down, "Content-Type")).isEqualTo("text/plain");
        assertThat(header(down, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(down, "Content-Length")).isEqualTo("11");
    }

    @Test
    void anEmptyFileComesInChunksAndIsListedWithItsSize() {
        InputStream nothing = new ByteArrayInputStream(new byte[0]);
        assertThat(dana.send("PUT", file("empty.txt"), BodyPublishers.ofInputStream(() -> nothing))
                        .status())
                .isEqualTo(200);

        assertThat(list(root).text())
                .isEqualTo("{\"files\":[{\"path\":\"empty.txt\",\"is_dir\":false,\"file_size\":0}]}");
    }

    @Test
    void aListingHasNamesOnlyAndWhatIsNoDirectoryHasNone() {
        put("a.csv", "x");
        put("model/deep/b", "x");

        assertThat(list(root).text())
                .isEqualTo("{\"files\":[{\"path\":\"a.csv\",\"is_dir\":false,\"file_size\":1},"
                        + "{\"path\":\"model\",\"is_dir\":true}]}");
        assertThat(list(root + "/model/").at("/files/0/path")).isEqualTo("deep");
        assertThat(list(root + "/a.csv").text()).isEqualTo("{}");
        assertThat(list(root + "/nowhere").text()).isEqualTo("{}");
        assertThat(dana.get(FILES).at("/files/0/is_dir")).isEqualTo("true");
    }

    @Test
    void whatIsMissingOrADirectoryIsSaidInMlflowsCodes() {
        put("model/x", "x");

        Answer missing = dana.get(file("nothing"));
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.errorCode()).isEqualTo("RESOURCE_DOES_NOT_EXIST");
        assertThat(dana.get(file("model")).status()).isEqualTo(400);
        assertThat(put("model", "x").message()).contains("is a directory");
        assertThat(put("model/x/y", "x").message()).contains("is a file, not a directory");
    }

    @Test
    void aDirectoryIsDeletedWithAllThatIsInItAndWhatIsGoneIsGone() {
        put("d/a", "x");
        put("d/e/b", "x");

        assertThat(delete("d").text()).isEqualTo("{}");
        assertThat(delete("d").status()).isEqualTo(200);
        assertThat(list(root).text()).isEqualTo("{}");
        assertThat(dana.send("DELETE", FILES + "/", BodyPublishers.noBody()).status())
                .isEqualTo(400);
    }

    @Test
    void aBrowserNeverRunsWhatSomebodyUploaded() {
        put("page.html", "<script>alert(1)</script>");

        Answer page = dana.get(file("page.html"));
        assertThat(header(page, "Content-Disposition")).startsWith("attachment");
        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(page, "Content-Type")).isEqualTo("text/html");
    }

    /** As MLflow's own server; its tests compare both headers letter by letter. */
    @Test
    void whatPeopleReadInAnEditorIsText() {
        for (String name : List.of("a.txt", "MLmodel", "mlproject", "conda.yaml", "metrics.json", "train.py")) {
            put(name, "x");

            assertThat(header(dana.get(file(name)), "Content-Type")).as(name).isEqualTo("text/plain");
        }
        put("b.pkl", "x");

        Answer down = dana.get(file("b.pkl"));
        assertThat(header(down, "Content-Type")).isEqualTo("application/octet-stream");
        assertThat(header(down, "Content-Disposition")).isEqualTo("attachment; filename=b.pkl");
    }

    @Test
    void namesInAnyLanguageGoThere() {
        String name = URLEncoder.encode("模型 ü+1.csv", StandardCharsets.UTF_8).replace("+", "%20");
        put(name, "x");

        assertThat(list(root).at("/files/0/path")).isEqualTo("模型 ü+1.csv");
        Answer down = dana.get(file(name));
        assertThat(down.text()).isEqualTo("x");
        assertThat(header(down, "Content-Disposition")).contains("filename*=UTF-8''");
    }

    @Test
    void anUploadThatStopsHalfwayLeavesNothing() throws IOException {
        String credentials = Base64.getEncoder().encodeToString("dana:dana-password".getBytes(StandardCharsets.UTF_8));
        try (Socket socket = new Socket("127.0.0.1", clients.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(("PUT " + file("half.bin") + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic " + credentials
                            + "\r\nContent-Length: 1000\r\n\r\nonly this")
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
            socket.shutdownOutput();
            // The server answers or hangs up; either way it is done with the upload then.
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .doesNotContain("HTTP/1.1 200");
        }

        assertThat(list(root).text()).isEqualTo("{}");
        assertThat(dana.get(file("half.bin")).status()).isEqualTo(404);
    }

    @Test
    void signedAddressesAreNotServed() {
        assertThat(dana.get("/api/2.0/mlflow-artifacts/presigned/" + root + "/x")
                        .status())
                .isEqualTo(404);
    }

    /** Every way in, for every attack: nothing is read, written, listed or deleted, and no answer is a server error. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                "../x",
                "a/../../x",
                "%2e%2e/x",
                "%2E%2E%2Fx",
                "a/%2e%2e/%2e%2e/x",
                "%252e%252e/x",
                "%25252e%25252e/x",
                "..%09/x",
                ".%0a./x",
                ".%0d./x",
                "a%00b",
                "a%2500b",
                "%5c",
                "a%5c..%5cb",
                "%255c..",
                "%2fetc/passwd",
                "/etc/passwd",
                "//etc",
                "c:/x",
                "C%3A/x",
                "file:/x",
                "file:%2f%2f/x",
                "http:/x",
                "a%23b",
                "a/..;/b",
                "a/..;x=1/b",
                "..%3b/x",
                "a/./b",
                "a//b",
                "%c0%ae%c0%ae/x",
                "%e2%80%a5/x",
                "%ef%bc%8e%ef%bc%8e/x"
            })
    void anAddressThatCouldMeanAnotherPlaceLeadsNowhere(String path) {
        String[] methods = {"PUT", "GET", "DELETE"};
        for (String method : methods) {
            Answer answer = raw(method, FILES + "/" + path);
            assertThat(answer.status()).as(method + " " + path).isBetween(400, 405);
            assertThat(answer.errorCode()).as(method + " " + path).isNotEmpty();
        }
        Answer listed = dana.get(FILES, "path", path);
        Answer asSent = raw("GET", FILES + "?path=" + path);
        assertThat(asSent.status()).as("list " + path).isIn(200, 400);
        assertThat(listed.status()).as("list encoded " + path).isEqualTo(400);
        assertThat(listed.message()).isEqualTo("Invalid path");
        if (asSent.status() == 200) {
            assertThat(asSent.text()).isEqualTo("{}");
        }
    }

    @Test
    void aViewerReadsAndDoesNotWriteAndNobodyDoesNeither() {
        put("a.txt", "x");
        WireClient vera = clients.as(people.vera());

        assertThat(vera.get(file("a.txt")).text()).isEqualTo("x");
        assertThat(vera.send("PUT", file("b.txt"), BodyPublishers.ofString("x")).errorCode())
                .isEqualTo("PERMISSION_DENIED");
        assertThat(vera.send("DELETE", file("a.txt"), BodyPublishers.noBody()).status())
                .isEqualTo(403);
        assertThat(clients.nobody().get(file("a.txt")).status()).isEqualTo(401);
    }

    private String file(String name) {
        return FILES + "/" + root + "/" + name;
    }

    private Answer put(String name, String text) {
        return dana.send("PUT", file(name), BodyPublishers.ofString(text));
    }

    private Answer delete(String name) {
        return dana.send("DELETE", file(name), BodyPublishers.noBody());
    }

    private Answer list(String path) {
        return dana.get(FILES, "path", path);
    }

    private static String header(Answer answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /** A request whose address no client library has tidied. */
    private Answer raw(String method, String address) {
        return RawRequest.send(clients.port(), method, address);
    }
}
