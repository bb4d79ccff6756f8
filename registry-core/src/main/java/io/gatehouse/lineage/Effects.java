package io.gatehouse.lineage;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.lineage.Facts.EvidenceFact;
import io.gatehouse.lineage.Facts.RequestFact;
import io.gatehouse.lineage.Facts.RiskListFact;
import io.gatehouse.lineage.Facts.Taken;
import io.gatehouse.lineage.Facts.TenureFact;
import io.gatehouse.lineage.LineageGraph.Kind;
import io.gatehouse.lineage.LineageGraph.Node;
import io.gatehouse.sentences.Written;
import java.util.Optional;

/** Draws what came of a version: times in use, populations it scored, lists made of those, files that people took away. */
final class Effects {
    private final Facts facts;
    private final Drawing drawing;

    Effects(Facts facts, Drawing drawing) {
        this.facts = facts;
        this.drawing = drawing;
    }

    void draw() {
        facts.tenures().forEach(this::tenure);
        facts.riskLists().forEach(this::scored);
        facts.riskLists().forEach(this::riskList);
        facts.riskLists().forEach(this::workbook);
        facts.evidence().forEach(this::pack);
    }

    private void tenure(TenureFact tenure) {
        String id = new NodeId.Tenure(tenure.id()).text();
        String from = Written.day(tenure.from());
        drawing.put(new Node(
                id,
                Kind.TENURE,
                say("lineage.tenure.title").english(),
                tenure.to() == null
                        ? say("lineage.tenure.lasting", "from", from).english()
                        : say("lineage.tenure", "from", from, "to", Written.day(tenure.to()))
                                .english(),
                tenure.from(),
                drawing.modelPath(tenure.modelId()) + "/timeline"));
        Optional<RequestFact> request = facts.requests().stream()
                .filter(each -> each.id().equals(tenure.request()))
                .findFirst();
        request.ifPresentOrElse(
                each -> drawing.edge(new NodeId.Request(each.number()).text(), id, "tenure"),
                () -> drawing.edge(drawing.versionId(tenure.modelId(), tenure.version()), id, "tenure"));
    }

    /** A population belongs to the time in use in which it was scored; one scored outside of any, to its version. */
    private void scored(RiskListFact list) {
        String id = new NodeId.ScoredBatch(list.number()).text();
        drawing.put(new Node(
                id,
                Kind.SCORED_BATCH,
                say("lineage.scored.title", "day", Written.day(list.asOf())).english(),
                say(
                                list.scored() == 1 ? "lineage.scored.one" : "lineage.scored",
                                "scored",
                                list.scored(),
                                "population",
                                list.population(),
                                "hash",
                                Drawing.shortened(list.fileSha256()))
                        .english(),
                list.postedAt(),
                path(list)));
        String scorer = facts.tenures().stream()
                .filter(tenure -> tenure.modelId().equals(list.modelId())
                        && tenure.version() == list.version()
                        && tenure.covers(list.postedAt()))
                .findFirst()
                .map(tenure -> new NodeId.Tenure(tenure.id()).text())
                .orElseGet(() -> drawing.versionId(list.modelId(), list.version()));
        drawing.edge(scorer, id, "scored");
    }

    private void riskList(RiskListFact list) {
        String id = new NodeId.RiskList(list.number()).text();
        drawing.put(new Node(
                id,
                Kind.RISK_LIST,
                "RL-" + list.number(),
                say(
                                list.listed() == 1 ? "lineage.risk_list.one" : "lineage.risk_list",
                                "listed",
                                list.listed(),
                                "day",
                                Written.day(list.asOf()))
                        .english(),
                list.postedAt(),
                path(list)));
        drawing.edge(new NodeId.ScoredBatch(list.number()).text(), id, "risk_list");
    }

    private static String path(RiskListFact list) {
        return "/risk-lists/RL-" + list.number();
    }

    private void workbook(RiskListFact list) {
        taken("risk-list/" + list.number())
                .ifPresent(taken -> report(
                        new NodeId.ListWorkbook(list.number()),
                        new NodeId.RiskList(list.number()),
                        say("lineage.report.list", "of", "RL-" + list.number()).english(),
                        taken,
                        path(list)));
    }

    private void pack(EvidenceFact evidence) {
        taken("evaluation/" + evidence.evaluation())
                .ifPresent(taken -> report(
                        new NodeId.EvidencePack(evidence.number()),
                        new NodeId.Evidence(evidence.number()),
                        say("lineage.report.evidence", "of", "EV-" + evidence.number())
                                .english(),
                        taken,
                        drawing.evidencePath(evidence)));
    }

    /** What nobody took away is no report yet. */
    private Optional<Taken> taken(String object) {
        return Optional.ofNullable(facts.taken().get(object));
    }

    private void report(NodeId report, NodeId of, String title, Taken taken, String path) {
        String id = report.text();
        drawing.put(new Node(
                id,
                Kind.REPORT,
                title,
                taken.times() == 1
                        ? say("lineage.report.once").english()
                        : say("lineage.report.times", "times", taken.times()).english(),
                taken.last(),
                path));
        drawing.edge(of.text(), id, "report");
    }
}
