package io.gatehouse.overrides;

import static io.gatehouse.overrides.OverrideState.EXPIRED;
import static io.gatehouse.overrides.OverrideState.IN_FORCE;
import static io.gatehouse.overrides.OverrideState.PROPOSED;
import static io.gatehouse.overrides.OverrideState.WITHDRAWN;

import java.util.Set;
import java.util.stream.Collectors;

/** All that can be done to an override once it is proposed: where it may start, and where it leads. Nothing else changes a state. */
enum OverrideVerb {
    AGREE(IN_FORCE, PROPOSED),
    DECLINE(OverrideState.DECLINED, PROPOSED),
    WITHDRAW(WITHDRAWN, PROPOSED, IN_FORCE),
    /** Nobody agreed in time. */
    LAPSE(OverrideState.LAPSED, PROPOSED),
    EXPIRE(EXPIRED, IN_FORCE),
    /** Two people accepted the same again, on new evidence, before it ended. */
    RENEW(OverrideState.RENEWED, IN_FORCE);

    private final OverrideState end;
    private final Set<OverrideState> starts;

    OverrideVerb(OverrideState end, OverrideState... starts) {
        this.end = end;
        this.starts = Set.of(starts);
    }

    OverrideState end() {
        return end;
    }

    boolean mayStartIn(OverrideState state) {
        return starts.contains(state);
    }

    /** The states as a list of SQL, for the guard of an update. */
    String startsInSql() {
        return starts.stream().map(state -> "'" + state.name() + "'").sorted().collect(Collectors.joining(", "));
    }
}
