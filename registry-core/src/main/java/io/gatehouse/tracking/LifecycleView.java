package io.gatehouse.tracking;

import io.gatehouse.search.Condition;
import java.util.List;

/** Which of the living and the deleted a search looks at. */
public enum LifecycleView {
    ACTIVE_ONLY,
    DELETED_ONLY,
    ALL;

    Condition on(String column) {
        return switch (this) {
            case ALL -> Condition.ALWAYS;
            case ACTIVE_ONLY -> new Condition(column + " = ?", List.of(Lifecycle.ACTIVE.written()));
            case DELETED_ONLY -> new Condition(column + " = ?", List.of(Lifecycle.DELETED.written()));
        };
    }
}
