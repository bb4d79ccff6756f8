package io.gatehouse.portal.ui.runcomparison;

import com.vaadin.flow.server.VaadinSession;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.tracking.RunComparison;
import io.gatehouse.tracking.RunRow;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The runs that somebody has picked to be compared, from whichever experiments, until they sign out. Ids alone: what they logged would
 * stay with the session.
 */
public final class ComparedRuns {
    /** Their experiments. */
    private final Map<String, Long> picked = new LinkedHashMap<>();

    private ComparedRuns() {}

    /** Those of the person at this browser. */
    public static ComparedRuns ofThisSession() {
        VaadinSession session = VaadinSession.getCurrent();
        ComparedRuns runs = session.getAttribute(ComparedRuns.class);
        if (runs == null) {
            runs = new ComparedRuns();
            session.setAttribute(ComparedRuns.class, runs);
        }
        return runs;
    }

    /** @return whether all of them found room */
    public boolean pick(Collection<RunRow> runs) {
        for (RunRow run : runs) {
            if (picked.size() >= RunComparison.MOST && !picked.containsKey(run.id())) {
                return false;
            }
            picked.put(run.id(), run.experimentId());
        }
        return true;
    }

    public void drop(Collection<RunRow> runs) {
        runs.forEach(run -> picked.remove(run.id()));
    }

    public void clear() {
        picked.clear();
    }

    public int count() {
        return picked.size();
    }

    /** Ids of those of this experiment. */
    public List<String> of(long experiment) {
        return picked.entrySet().stream()
                .filter(run -> run.getValue() == experiment)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Where they stand side by side. */
    public String place() {
        return Places.compareRuns(picked.keySet());
    }
}
