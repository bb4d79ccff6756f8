package io.gatehouse.outcomes;

import io.gatehouse.evaluation.EvaluationSets.VersionKey;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How versions do on customers whose outcome is known, read in sets; nothing is computed when somebody looks. */
@Component
public class FiguresInUse {
    private final LiveFiguresRows rows;

    FiguresInUse(LiveFiguresRows rows) {
        this.rows = rows;
    }

    /** What was known of each version at a moment; versions of which nothing was are left out. */
    @Transactional(readOnly = true)
    public Map<VersionKey, LiveFigures> at(Actor actor, Collection<VersionKey> versions, Instant at) {
        Permissions.require(actor, Action.READ_REGISTRY);
        return rows.until(versions, at);
    }

    /** What was known of all versions of a model at a moment, the newest version first; empty also if there is no such model. */
    @Transactional(readOnly = true)
    public List<LiveFigures> ofModel(Actor actor, String model, Instant at) {
        Permissions.require(actor, Action.READ_REGISTRY);
        return rows.until(rows.versions(model), at).values().stream()
                .sorted(Comparator.comparingInt(LiveFigures::version).reversed())
                .toList();
    }
}
