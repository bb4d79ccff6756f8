package io.gatehouse.portal.ui.lineage;

import io.gatehouse.lineage.LineageGraph;
import io.gatehouse.lineage.LineageGraph.Edge;
import io.gatehouse.lineage.LineageGraph.Kind;
import io.gatehouse.lineage.LineageGraph.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where each node of a graph goes: columns in the order in which one thing is made of the other, and in each column the nodes beside what
 * they were made of, so that few lines cross.
 */
final class LineagePlan {
    /** What stands in one column. */
    enum Column {
        DATA,
        RUN,
        VERSION,
        CHECKED,
        IN_USE,
        SCORED,
        LISTS,
        REPORTS
    }

    /** @param column counts from 0, empty columns left out @param row counts from 0 */
    record Spot(Node node, int column, int row) {}

    private static final Map<Kind, Column> PLACES = new EnumMap<>(Map.of(
            Kind.DATA, Column.DATA,
            Kind.RUN, Column.RUN,
            Kind.VERSION, Column.VERSION,
            Kind.EVIDENCE, Column.CHECKED,
            Kind.REQUEST, Column.CHECKED,
            Kind.TENURE, Column.IN_USE,
            Kind.SCORED_BATCH, Column.SCORED,
            Kind.RISK_LIST, Column.LISTS,
            Kind.REPORT, Column.REPORTS));

    private final List<Column> columns = new ArrayList<>();
    private final Map<String, Spot> spots = new HashMap<>();
    private final List<Spot> inOrder = new ArrayList<>();

    LineagePlan(LineageGraph graph) {
        Map<Column, List<Node>> byColumn = new TreeMap<>();
        graph.nodes()
                .forEach(node -> byColumn.computeIfAbsent(column(node), name -> new ArrayList<>())
                        .add(node));
        byColumn.forEach((column, nodes) -> {
            int index = columns.size();
            columns.add(column);
            nodes.stream()
                    .sorted(Comparator.comparingDouble(node -> causes(graph, node)))
                    .forEach(node -> put(node, index));
        });
    }

    static Column column(Node node) {
        return PLACES.getOrDefault(node.kind(), Column.LISTS);
    }

    List<Column> columns() {
        return List.copyOf(columns);
    }

    /** Column by column, from the top. */
    List<Spot> spots() {
        return List.copyOf(inOrder);
    }

    int rows() {
        return inOrder.stream().mapToInt(Spot::row).max().orElse(-1) + 1;
    }

    /** @throws IllegalArgumentException if an edge names a node that the graph does not hold */
    Spot spot(String id) {
        Spot spot = spots.get(id);
        if (spot == null) {
            throw new IllegalArgumentException("The graph holds no node " + id);
        }
        return spot;
    }

    boolean holds(Edge edge) {
        return spots.containsKey(edge.from()) && spots.containsKey(edge.to());
    }

    private void put(Node node, int column) {
        int row = (int) inOrder.stream().filter(spot -> spot.column() == column).count();
        Spot spot = new Spot(node, column, row);
        spots.put(node.id(), spot);
        inOrder.add(spot);
    }

    /** The mean row of what a node was made of; those made of nothing placed yet keep their order at the end. */
    private double causes(LineageGraph graph, Node node) {
        return graph.edges().stream()
                .filter(edge -> edge.to().equals(node.id()) && spots.containsKey(edge.from()))
                .mapToInt(edge -> spot(edge.from()).row())
                .average()
                .orElse(Double.MAX_VALUE);
    }
}
