package io.gatehouse.lineage;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.lineage.LineageGraph.Edge;
import io.gatehouse.lineage.LineageGraph.Kind;
import io.gatehouse.lineage.LineageGraph.Node;
import io.gatehouse.lineage.Lineages.Direction;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Written;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Cuts out of a drawing what a node came from, what came of it, or both. */
final class Surroundings {
    private static final Comparator<Node> IN_ORDER = Comparator.comparing(Node::kind)
            .thenComparing(node -> Objects.requireNonNullElse(node.at(), Instant.EPOCH))
            .thenComparing(Node::id);

    private static final Set<Kind> SCORED = Set.of(Kind.SCORED_BATCH, Kind.RISK_LIST);

    private Surroundings() {}

    /** Empty if the drawing has no such node. */
    static Optional<LineageGraph> of(String focus, Drawing drawing, Direction direction) {
        Node centre = drawing.nodes().get(focus);
        if (centre == null) {
            return Optional.empty();
        }
        Set<String> reached = new LinkedHashSet<>();
        if (direction != Direction.DOWN) {
            reached.addAll(reach(focus, drawing.edges(), true));
        }
        if (direction != Direction.UP) {
            reached.addAll(reach(focus, drawing.edges(), false));
        }
        List<Node> nodes = drawing.nodes().values().stream()
                .filter(node -> reached.contains(node.id()))
                .sorted(IN_ORDER)
                .toList();
        List<Edge> edges = drawing.edges().stream()
                .filter(edge -> reached.contains(edge.from()) && reached.contains(edge.to()))
                .toList();
        return Optional.of(new LineageGraph(focus, sentence(centre, nodes), nodes, edges));
    }

    private static Set<String> reach(String focus, List<Edge> edges, boolean up) {
        Set<String> reached = new LinkedHashSet<>(Set.of(focus));
        Deque<String> next = new ArrayDeque<>(reached);
        while (!next.isEmpty()) {
            String here = next.remove();
            for (Edge edge : edges) {
                String from = up ? edge.to() : edge.from();
                String to = up ? edge.from() : edge.to();
                if (from.equals(here) && reached.add(to)) {
                    next.add(to);
                }
            }
        }
        return reached;
    }

    private static Sentence sentence(Node centre, List<Node> nodes) {
        List<String> parts = new ArrayList<>();
        // A list was not trained: a version scored it, and that one was.
        Optional<String> scoredBy = scored(centre, nodes) ? named(nodes, centre, Kind.VERSION) : Optional.empty();
        scoredBy.ifPresent(version -> parts.add(part("version", version)));
        named(nodes, centre, Kind.RUN)
                .ifPresent(run -> parts.add(part(scoredBy.isPresent() ? "version_run" : "run", run)));
        named(nodes, centre, Kind.DATA).ifPresent(data -> parts.add(part("data", data)));
        named(nodes, centre, Kind.REQUEST).ifPresent(request -> parts.add(part("request", request)));
        nodes.stream()
                .filter(node -> node.kind() == Kind.TENURE && !node.equals(centre))
                .reduce((first, second) -> second)
                .map(Node::at)
                .ifPresent(since -> parts.add(
                        say("lineage.part.tenure", "day", Written.day(since)).english()));
        long lists = nodes.stream()
                .filter(node -> node.kind() == Kind.RISK_LIST && !node.equals(centre))
                .count();
        if (lists > 0) {
            parts.add(say("lineage.part.risk_lists." + (lists == 1 ? "one" : "several"), "lists", lists)
                    .english());
        }
        if (parts.isEmpty()) {
            return say("lineage.alone", "title", centre.title());
        }
        return say("lineage.story", "title", centre.title(), "story", Written.list(parts));
    }

    private static boolean scored(Node centre, List<Node> nodes) {
        return SCORED.contains(centre.kind())
                || centre.kind() == Kind.REPORT && nodes.stream().anyMatch(node -> SCORED.contains(node.kind()));
    }

    private static String part(String kind, String names) {
        return say("lineage.part." + kind, "names", names).english();
    }

    /** One by its title, several by their count. */
    private static Optional<String> named(List<Node> nodes, Node centre, Kind kind) {
        List<String> titles = nodes.stream()
                .filter(node -> node.kind() == kind && !node.equals(centre))
                .map(Node::title)
                .toList();
        return titles.isEmpty()
                ? Optional.empty()
                : Optional.of(titles.size() <= 2 ? Written.list(titles) : titles.size() + " of them");
    }
}
