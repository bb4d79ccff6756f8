package io.gatehouse.portal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Addresses that would run something if they were followed, wherever people write texts, on every screen that shows these. */
class HostileLinksIT extends BrowserTest {
    private static final String RUNS = "javascript:window.hit=1//";

    /** Markdown and HTML; {@code \\n} is a line break of JSON. */
    private static final String WORDS = String.join(
            "\\n\\n",
            "[plain](" + RUNS + ")",
            "[cased](JaVaScRiPt:window.hit=1)",
            "[entity](javascript&colon;window.hit=1)",
            "[tab](java\\tscript:window.hit=1)",
            "[data](data:text/html,<script>parent.hit=1</script>)",
            "[vb](vbscript:window.hit=1)",
            "<a href='" + RUNS + "'>raw</a>",
            "<a href='#' onclick='window.hit=1'>clicked</a>",
            "<img src=x onerror='window.hit=1'>",
            "<svg onload='window.hit=1'><a xlink:href='" + RUNS + "'><text y='9'>svg</text></a></svg>",
            "<iframe src='" + RUNS + "'></iframe>",
            "<form action='" + RUNS + "'><button>sent</button></form>",
            "<base href='" + RUNS + "'>",
            "[good](https://docs.example.org/card)",
            "<" + RUNS + ">");

    /** Whatever leads, sends, loads or acts, the insides of components included, with what it would do. */
    private static final String DOERS = """
            () => { const found = [];
              const look = root => root.querySelectorAll('*').forEach(node => {
                if (node.shadowRoot) look(node.shadowRoot);
                for (const name of ['href', 'xlink:href', 'src', 'action', 'formaction', 'data', 'srcdoc'])
                  if (node.hasAttribute(name)) found.push(node.localName + ' ' + name + ' ' + node.getAttribute(name).replace(/[\\s\\u0000-\\u001f]/g, ''));
                if (node.closest('vaadin-markdown'))
                  for (const { name } of node.attributes) if (name.startsWith('on')) found.push(node.localName + ' ' + name + ' javascript:');
              });
              look(document); return found; }""";

    private static final Pattern ACTS = Pattern.compile("(?i)\\S+ \\S+ (javascript|vbscript|data:text|blob):?.*");

    @Test
    void noWordOfAnybodyBecomesALinkThatRuns() {
        Program dana = new Program(portal, "dana");
        String experiment = id(dana.post("/api/2.0/mlflow/experiments/create", """
                {"name": "%s", "tags": [{"key": "mlflow.note.content", "value": "%s"}]}""".formatted(RUNS, WORDS)));
        String run = id(dana.post(
                "/api/2.0/mlflow/runs/create", """
                {"experiment_id": "%s", "run_name": "%s", "tags": [
                  {"key": "mlflow.note.content", "value": "%s"}, {"key": "mlflow.source.name", "value": "%s"},
                  {"key": "mlflow.source.git.repoURL", "value": "%s"}, {"key": "mlflow.source.git.commit", "value": "%s"},
                  {"key": "%s", "value": "%s"}]}""".formatted(experiment, RUNS, WORDS, RUNS, RUNS, RUNS, "link", RUNS)));
        done(dana.post("/api/2.0/mlflow/runs/log-parameter", """
                {"run_id": "%s", "key": "address", "value": "%s"}""".formatted(run, RUNS)));
        String model = "hostile-links";
        done(dana.post("/api/2.0/mlflow/registered-models/create", """
                {"name": "%s", "description": "%s", "tags": [{"key": "link", "value": "%s"}]}""".formatted(model, WORDS, RUNS)));
        done(dana.post("/api/2.0/mlflow/model-versions/create", """
                {"name": "%s", "source": "javascript:window.hit=1", "description": "%s", "run_id": "%s",
                 "run_link": "%s", "tags": [{"key": "link", "value": "%s"}]}""".formatted(model, WORDS, run, RUNS, RUNS)));
        String name = URLEncoder.encode(model, StandardCharsets.UTF_8);

        try (Visitor visitor = Visitor.signedIn(browser, portal, "dana")) {
            for (String place : List.of(
                    "/models",
                    "/models/" + name,
                    "/models/" + name + "/timeline",
                    "/models/" + name + "/versions/1/card",
                    "/models/" + name + "/answers",
                    "/lineage/version/" + name + "/1",
                    "/experiments",
                    "/experiments/" + experiment,
                    "/runs/" + run,
                    "/print/answers/" + name)) {
                visitor.page().navigate(portal.address() + place);
                visitor.page().locator("main").first().waitFor();
                visitor.page().waitForLoadState();
                if (place.equals("/models/" + name)) {
                    visitor.page().locator("vaadin-markdown a").first().waitFor();
                    assertThat(visitor.main()).as("the words are shown").contains("plain", "good");
                }

                @SuppressWarnings("unchecked")
                List<String> doers = (List<String>) visitor.page().evaluate(DOERS);
                assertThat(doers).as(place).noneMatch(doer -> ACTS.matcher(doer).matches());
                assertThat(doers).as(place).noneMatch(doer -> doer.startsWith("iframe ") || doer.startsWith("form "));
                assertThat(visitor.page().evaluate("() => window.hit ?? null"))
                        .as(place)
                        .isNull();
            }
        }
    }

    private static String id(Program.Answer answer) {
        done(answer);
        Matcher id = Pattern.compile("\"(?:experiment_id|run_id)\"\\s*:\\s*\"([0-9a-f]+)\"")
                .matcher(answer.body());
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    private static void done(Program.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
}
