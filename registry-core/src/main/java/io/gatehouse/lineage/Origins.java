package io.gatehouse.lineage;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.lineage.Facts.DatasetFact;
import io.gatehouse.lineage.Facts.EvidenceFact;
import io.gatehouse.lineage.Facts.RequestFact;
import io.gatehouse.lineage.Facts.RunFact;
import io.gatehouse.lineage.Facts.VersionFact;
import io.gatehouse.lineage.LineageGraph.Kind;
import io.gatehouse.lineage.LineageGraph.Node;
import io.gatehouse.sentences.Written;
import java.util.Locale;

/** Draws how a version came about: data, run, version, the evidence that it was judged on, the request for it. */
final class Origins {
    private final Facts facts;
    private final Drawing drawing;

    Origins(Facts facts, Drawing drawing) {
        this.facts = facts;
        this.drawing = drawing;
    }

    void draw() {
        facts.runs().forEach(this::run);
        facts.datasets().forEach(this::dataset);
        facts.versions().forEach(this::version);
        facts.evidence().forEach(this::evidence);
        facts.requests().forEach(this::request);
    }

    private void run(RunFact run) {
        String id = new NodeId.OfRun(run.id()).text();
        drawing.put(new Node(
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
        String version = run.dataVersion();
        data(hash, version == null ? hash : version, "lineage.data", id);
    }

    private void dataset(DatasetFact dataset) {
        data(dataset.digest(), dataset.name(), "lineage.dataset", new NodeId.OfRun(dataset.run()).text());
    }

    /** Data is the same for all who name the same fingerprint, whatever they call it. */
    private void data(String hash, String title, String detail, String run) {
        String id = new NodeId.Data(hash).text();
        drawing.put(new Node(id, Kind.DATA, title, say(detail, "hash", hash).english(), null, ""));
        drawing.edge(id, run, "data");
    }

    private void version(VersionFact version) {
        String id = Drawing.id(version);
        drawing.put(new Node(
                id,
                Kind.VERSION,
                say("lineage.version.title", "version", version.version()).english(),
                say("lineage.version", "model", version.model(), "day", Written.day(version.createdAt()))
                        .english(),
                version.createdAt(),
                drawing.modelPath(version.modelId()) + "/versions/" + version.version() + "/card"));
        if (version.runId() != null) {
            drawing.edge(new NodeId.OfRun(version.runId()).text(), id, "run");
        }
    }

    private void evidence(EvidenceFact evidence) {
        String id = new NodeId.Evidence(evidence.number()).text();
        drawing.put(new Node(
                id,
                Kind.EVIDENCE,
                "EV-" + evidence.number(),
                say("lineage.evidence", "hash", Drawing.shortened(evidence.sha256()), "day", Written.day(evidence.at()))
                        .english(),
                evidence.at(),
                drawing.evidencePath(evidence)));
        drawing.edge(drawing.versionId(evidence.modelId(), evidence.version()), id, "evidence");
    }

    private void request(RequestFact request) {
        String id = new NodeId.Request(request.number()).text();
        drawing.put(new Node(
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
                Drawing.requestPath(request)));
        drawing.evidenceOf(request)
                .ifPresentOrElse(
                        evidence -> drawing.edge(new NodeId.Evidence(evidence.number()).text(), id, "request"),
                        () -> drawing.edge(drawing.versionId(request.modelId(), request.version()), id, "proposed"));
    }
}
