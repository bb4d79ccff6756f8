package io.gatehouse.lineage;

import io.gatehouse.people.Actor;
import java.util.Optional;

/** Reads lineage, both ways. */
public interface Lineages {
    /** Which way to follow the arrows from the node asked about. */
    enum Direction {
        UP,
        DOWN,
        BOTH
    }

    /**
     * The graph around a node.
     *
     * @param node an id of {@link LineageGraph.Node}: {@code version/<model>/<number>}, {@code run/<id>}, {@code risk-list/<number>}…
     * @return empty if there is no such node
     */
    Optional<LineageGraph> around(Actor actor, String node, Direction direction);

    /** The graph around the champion of a model, both ways. Empty if it has none. */
    Optional<LineageGraph> production(Actor actor, String model);
}
