package io.gatehouse.lineage;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.lineage.Facts.EvidenceFact;
import io.gatehouse.lineage.Facts.RequestFact;
import io.gatehouse.lineage.Facts.RiskListFact;
import io.gatehouse.lineage.Facts.RunFact;
import io.gatehouse.lineage.Facts.TenureFact;
import io.gatehouse.lineage.Facts.VersionFact;
import io.gatehouse.lineage.LineageGraph.Edge;
import io.gatehouse.lineage.LineageGraph.Kind;
import io.gatehouse.lineage.LineageGraph.Node;
import io.gatehouse.sentences.Written;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Draws facts as nodes and edges, each from what was made first to what was made of it. */
final class Drawing {
    private static final int SHORT_HASH = 12;

    private final Facts facts;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Set<Edge> edges = new LinkedHashSet<>();

    Drawing(Facts facts) {
        this.facts = facts;
        facts.runs().forEach(this::run);
        facts.versions().forEach(this::version);
        facts.evidence().forEach(this::evidence);
        facts.requests().forEach(this::request);
        facts.tenures().forEach(this::tenure);
        facts.riskLists().forEach(this::scored);
        facts.riskLists().forEach(this::riskList);
        facts.riskLists().forEach(this::workbook);
        facts.evidence().forEach(this::pack);
    }

    Map<String, Node> nodes() {
        return nodes;
    }

    List<Edge> edges() {
        return List.copyOf(edges);
    }

    private void run(RunFact run) {
        String id = new NodeId.OfRun(run.id()).text();
        nodes.put(
                id,
                new Node(
                        id,
                        Kind.RUN,
                        run.name(),
                        say("lineage.run", "day", Written.day(run.startedAt())).english(),
                        run.startedAt(),
                        "/runs/" + run.id()));
        String hash = run.dataHash();
        if (hash == null || hash.isEmpty()) {
            return;
        }
        String data = new NodeId.Data(hash).text();
        String version = run.dataVersion();
        nodes.putIfAbsent(
                data,
                new Node(
                        data,
                        Kind.DATA,
                        version == null ? hash : version,
                        say("lineage.data", "hash", hash).english(),
                        null,
                        ""));
        edge(data, id, "data");
    }

    private void version(VersionFact version) {
        String id = id(version);
        nodes.put(
                id,
                new Node(
                        id,
                        Kind.VERSION,
                        say("lineage.version.title", "version", version.version())
                                .english(),
                        say("lineage.version", "model", version.model(), "day", Written.day(version.createdAt()))
                                .english(),
                        version.createdAt(),
                        "/models/" + encoded(version.model())));
        if (version.runId() != null) {
            edge(new NodeId.OfRun(version.runId()).text(), id, "run");
        }
    }

    private void evidence(EvidenceFact evidence) {
        String id = new NodeId.Evidence(evidence.number()).text();
        nodes.put(
                id,
                new Node(
                        id,
                        Kind.EVIDENCE,
                        "EV-" + evidence.number(),
                        say(
                                        "lineage.evidence",
                                        "hash",
                                        evidence.sha256()
                                                .substring(
                                                        0,
                                                        Math.min(
                                                                12,
                                                                evidence.sha256()
                                                                        .length())),
                                        "day",
                                        Written.day(evidence.at()))
                                .english(),
                        evidence.at(),
                        ""));
        edge(versionId(evidence.modelId(), evidence.version()), id, "evidence");
    }

    private void request(RequestFact request) {
        String id = new NodeId.Request(request.number()).text();
        nodes.put(
                id,
                new Node(
                        id,
                        Kind.REQUEST,
                        "PR-" + request.number(),
                        say(
                                        "lineage.request",
                                        "state",
                                        request.state().toLowerCase(Locale.ROOT).replace('_', ' '),
                                        "day",
                                        Written.day(request.at()))
                                .english(),
                        request.at(),
                        "/promotions/PR-" + request.number()));
        Optional<EvidenceFact> rested = facts.evidence().stream()
                .filter(evidence -> evidence.evaluation().equals(request.evaluation()))
                .findFirst();
        rested.ifPresentOrElse(
                evidence -> edge(new NodeId.Evidence(evidence.number()).text(), id, "request"),
                () -> edge(versionId(request.modelId(), request.version()), id, "proposed"));
    }

    private void tenure(TenureFact tenure) {
        String id = new NodeId.Tenure(tenure.id()).text();
        String from = Written.day(tenure.from());
        nodes.put(
                id,
                new Node(
                        id,
                        Kind.TENURE,
                        say("lineage.tenure.title").english(),
                        tenure.to() == null
                                ? say("lineage.tenure.lasting", "from", from).english()
                                : say("lineage.tenure", "from", from, "to", Written.day(tenure.to()))
                                        .english(),
                        tenure.from(),
                        facts.versions().stream()
                                .filter(version -> version.modelId().equals(tenure.modelId()))
                                .map(version -> "/models/" + encoded(version.model()))
                                .findFirst()
                                .orElse("")));
        Optional<RequestFact> request = facts.requests().stream()
                .filter(each -> each.id().equals(tenure.request()))
                .findFirst();
        request.ifPresentOrElse(
                each -> edge(new NodeId.Request(each.number()).text(), id, "tenure"),
                () -> edge(versionId(tenure.modelId(), tenure.version()), id, "tenure"));
    }

    /** A population belongs to the time in use in which it was scored; one scored outside of any, to its version. */
    private void scored(RiskListFact list) {
        String id = new NodeId.ScoredBatch(list.number()).text();
        nodes.put(
                id,
                new Node(
                        id,
                        Kind.SCORED_BATCH,
                        say("lineage.scored.title", "day", Written.day(list.asOf()))
                                .english(),
                        say(
                                        "lineage.scored",
                                        "scored",
                                        list.scored(),
                                        "population",
                                        list.population(),
                                        "hash",
                                        list.fileSha256().substring(0, SHORT_HASH))
                                .english(),
                        list.postedAt(),
                        ""));
        String scorer = facts.tenures().stream()
                .filter(tenure -> tenure.modelId().equals(list.modelId())
                        && tenure.version() == list.version()
                        && tenure.covers(list.postedAt()))
                .findFirst()
                .map(tenure -> new NodeId.Tenure(tenure.id()).text())
                .orElseGet(() -> versionId(list.modelId(), list.version()));
        edge(scorer, id, "scored");
    }

    private void riskList(RiskListFact list) {
        String id = new NodeId.RiskList(list.number()).text();
        nodes.put(
                id,
                new Node(
                        id,
                        Kind.RISK_LIST,
                        "RL-" + list.number(),
                        say("lineage.risk_list", "listed", list.listed(), "day", Written.day(list.asOf()))
                                .english(),
                        list.postedAt(),
                        "/risk-lists/RL-" + list.number()));
        edge(new NodeId.ScoredBatch(list.number()).text(), id, "risk_list");
    }

    private void workbook(RiskListFact list) {
        report(
                "risk-list/" + list.number(),
                new NodeId.ListWorkbook(list.number()),
                new NodeId.RiskList(list.number()),
                "lineage.report.list",
                "RL-" + list.number());
    }

    private void pack(EvidenceFact evidence) {
        report(
                "evaluation/" + evidence.evaluation(),
                new NodeId.EvidencePack(evidence.number()),
                new NodeId.Evidence(evidence.number()),
                "lineage.report.evidence",
                "EV-" + evidence.number());
    }

    /** What nobody took away is no report yet. */
    private void report(String object, NodeId report, NodeId of, String code, String name) {
        Facts.Taken taken = facts.taken().get(object);
        if (taken == null) {
            return;
        }
        String id = report.text();
        nodes.put(
                id,
                new Node(
                        id,
                        Kind.REPORT,
                        say(code, "of", name).english(),
                        taken.times() == 1
                                ? say("lineage.report.once").english()
                                : say("lineage.report.times", "times", taken.times())
                                        .english(),
                        taken.last(),
                        ""));
        edge(of.text(), id, "report");
    }

    /** Both ends may be unknown, such as a run that was named but never logged here: then there is no arrow. */
    private void edge(String from, String to, String verb) {
        if (nodes.containsKey(from) && nodes.containsKey(to)) {
            edges.add(new Edge(from, to, say("lineage.verb." + verb).english()));
        }
    }

    private String versionId(UUID modelId, int number) {
        return facts.versions().stream()
                .filter(version -> version.modelId().equals(modelId) && version.version() == number)
                .map(Drawing::id)
                .findFirst()
                .orElse("");
    }

    private static String id(VersionFact version) {
        return new NodeId.Version(version.model(), version.version()).text();
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
