package io.gatehouse.lineage;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.house.UrlSegment;
import io.gatehouse.lineage.Facts.EvidenceFact;
import io.gatehouse.lineage.Facts.RequestFact;
import io.gatehouse.lineage.Facts.VersionFact;
import io.gatehouse.lineage.LineageGraph.Edge;
import io.gatehouse.lineage.LineageGraph.Node;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Facts as nodes and edges, each edge from what was made first to what was made of it. */
final class Drawing {
    private static final int SHORT_HASH = 12;

    private final Facts facts;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Set<Edge> edges = new LinkedHashSet<>();

    private Drawing(Facts facts) {
        this.facts = facts;
    }

    static Drawing of(Facts facts) {
        Drawing drawing = new Drawing(facts);
        new Origins(facts, drawing).draw();
        new Effects(facts, drawing).draw();
        return drawing;
    }

    Map<String, Node> nodes() {
        return nodes;
    }

    List<Edge> edges() {
        return List.copyOf(edges);
    }

    /** What several were made of, such as data, is drawn once. */
    void put(Node node) {
        nodes.putIfAbsent(node.id(), node);
    }

    /** Both ends may be unknown, such as a run that was named but never logged here: then there is no arrow. */
    void edge(String from, String to, String verb) {
        if (nodes.containsKey(from) && nodes.containsKey(to)) {
            edges.add(new Edge(from, to, say("lineage.verb." + verb).english()));
        }
    }

    /** Empty if there is no such version among the facts. */
    String versionId(UUID modelId, int number) {
        return facts.versions().stream()
                .filter(version -> version.modelId().equals(modelId) && version.version() == number)
                .map(Drawing::id)
                .findFirst()
                .orElse("");
    }

    static String id(VersionFact version) {
        return new NodeId.Version(version.model(), version.version()).text();
    }

    /** Screen of the model; empty if it is not among the facts. */
    String modelPath(UUID modelId) {
        return facts.versions().stream()
                .filter(version -> version.modelId().equals(modelId))
                .map(version -> "/models/" + UrlSegment.of(version.model()))
                .findFirst()
                .orElse("");
    }

    static String requestPath(RequestFact request) {
        return "/promotions/PR-" + request.number();
    }

    /** Evidence has no screen of its own: it is read on that of the newest request that rests on it; empty if none does. */
    String evidencePath(EvidenceFact evidence) {
        return facts.requests().stream()
                .filter(request -> evidence.evaluation().equals(request.evaluation()))
                .reduce((first, second) -> second)
                .map(Drawing::requestPath)
                .orElse("");
    }

    Optional<EvidenceFact> evidenceOf(RequestFact request) {
        return facts.evidence().stream()
                .filter(evidence -> evidence.evaluation().equals(request.evaluation()))
                .findFirst();
    }

    static String shortened(String hash) {
        return hash.substring(0, Math.min(SHORT_HASH, hash.length()));
    }
}
