package io.gatehouse.lineage;

import io.gatehouse.sentences.Sentence;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Nodes around one thing, and the steps between them, always pointing from what was made first to what was made of it.
 *
 * @param focus id of the node asked about
 * @param sentence the story in one sentence
 * @param nodes by kind, then by time
 * @param edges from cause to effect
 */
public record LineageGraph(String focus, Sentence sentence, List<Node> nodes, List<Edge> edges) {

    public LineageGraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /** In the order in which one is made of the other. */
    public enum Kind {
        DATA,
        RUN,
        VERSION,
        EVIDENCE,
        REQUEST,
        TENURE,
        SCORED_BATCH,
        RISK_LIST,
        /** A file that somebody took away. */
        REPORT
    }

    /**
     * @param id such as {@code version/churn/3}; what edges and links name
     * @param kind of thing
     * @param title such as “Version 3”
     * @param detail one line of facts
     * @param at when it came to be; absent if not known
     * @param path of its screen, relative to the portal; empty if it has none
     */
    public record Node(
            String id,
            Kind kind,
            String title,
            String detail,
            @Nullable Instant at,
            String path) {}

    /**
     * @param from id
     * @param to id
     * @param verb such as “trained”, “became”
     */
    public record Edge(String from, String to, String verb) {}
}
