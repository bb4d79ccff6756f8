package io.gatehouse.portal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Times what people wait for, and writes it to {@code target/benchmarks.md}. Not part of the suite: {@code ./benchmark} runs it. */
@Tag("benchmark")
class BenchmarkIT extends BrowserTest {
    private static final int ROUNDS = 5;
    private static final String MODEL = "streamflow-churn-predictor";

    private final List<String> lines = new ArrayList<>();

    /** Something to wait for. */
    private interface Wait {
        void over() throws IOException, InterruptedException;
    }

    @Test
    void peopleWait() throws IOException, InterruptedException {
        lines.add("| what | median ms | slowest ms | rounds |");
        lines.add("| --- | --- | --- | --- |");
        warmStart();
        try (Visitor vera = Visitor.signedIn(browser, portal, "vera");
                Visitor priya = Visitor.signedIn(browser, portal, "priya")) {
            time("home to last paint", () -> shown(vera, "/"));
            time(
                    "comparison of two versions to last paint",
                    () -> shown(vera, "/compare?v=" + MODEL + ":1&v=" + MODEL + ":4"));
            time("review to last paint", () -> shown(priya, "/promotions/PR-4"));
            time("dossier workbook, from the click to the file", () -> downloaded(priya, "Download the dossier"));
        }
        try (Visitor carl = Visitor.signedIn(browser, portal, "carl")) {
            shown(carl, "/risk-lists/RL-2");
            time("risk list workbook, from the click to the file", () -> downloaded(carl, "^Download \\d+ customers$"));
        }
        time("evaluation of the case's evidence over the API", this::evaluate);
        Files.writeString(Path.of("target", "benchmarks.md"), String.join("\n", lines) + "\n");
        assertThat(lines).hasSize(9);
    }

    /** A second start on the folder of the first: the demo is there, the jar is in the disk cache. */
    private void warmStart() throws IOException, InterruptedException {
        time("warm start to the first rendered page", () -> {
            portal.close();
            portal = RunningPortal.tellingDemo(data.resolve("portal"), Map.of());
            try (Page page = browser.newPage()) {
                page.navigate(portal.address() + "/login");
                page.locator("input[name=username]").waitFor();
            }
        });
    }

    private static void shown(Visitor visitor, String path) {
        visitor.open(path);
        visitor.page().waitForLoadState(LoadState.NETWORKIDLE);
    }

    private static void downloaded(Visitor visitor, String button) {
        Path file = visitor.page()
                .waitForDownload(() -> visitor.page()
                        .getByText(Pattern.compile(button))
                        .first()
                        .click())
                .path();
        assertThat(file).isNotEmptyFile();
    }

    private void evaluate() throws IOException, InterruptedException {
        String credentials = Base64.getEncoder()
                .encodeToString(("dana:" + portal.password("dana")).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(portal.address() + "/api/gatehouse/v1/models/" + MODEL + "/versions/4/evaluations"))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"use\": \"HUMAN_REVIEWED\"}"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        }
    }

    private void time(String what, Wait wait) throws IOException, InterruptedException {
        List<Long> times = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long started = System.nanoTime();
            wait.over();
            times.add((System.nanoTime() - started) / 1_000_000);
        }
        List<Long> sorted = times.stream().sorted().collect(Collectors.toList());
        lines.add(String.format(
                Locale.ROOT, "| %s | %d | %d | %d |", what, sorted.get(ROUNDS / 2), sorted.getLast(), ROUNDS));
    }
}
