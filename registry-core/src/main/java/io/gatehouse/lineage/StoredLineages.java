package io.gatehouse.lineage;

import io.gatehouse.lineage.Facts.VersionFact;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lineage of what is on record: the versions that a node belongs to, and everything about them. */
@Component
class StoredLineages implements Lineages {
    private final LineageRows rows;

    StoredLineages(LineageRows rows) {
        this.rows = rows;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<LineageGraph> around(Actor actor, String node, Direction direction) {
        Permissions.require(actor, Action.READ_REGISTRY);
        return NodeId.parse(node).flatMap(id -> around(id, direction));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<LineageGraph> production(Actor actor, String model) {
        Permissions.require(actor, Action.READ_REGISTRY);
        return rows.champion(model).flatMap(version -> around(new NodeId.Version(model, version), Direction.BOTH));
    }

    private Optional<LineageGraph> around(NodeId node, Direction direction) {
        List<VersionFact> versions = rows.versionsOf(node);
        return Surroundings.of(node.text(), Drawing.of(rows.about(versions, moreRuns(node, versions))), direction);
    }

    /** Runs that no version came from. */
    private List<String> moreRuns(NodeId node, List<VersionFact> versions) {
        return switch (node) {
            case NodeId.OfRun(String id) -> List.of(id);
            case NodeId.Data(String hash) when versions.isEmpty() -> rows.runsOn(hash);
            default -> List.of();
        };
    }
}
