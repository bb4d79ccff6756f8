package io.gatehouse.tracking;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the newest runs of an experiment and those nested in them logged, by name: what columns and conditions can be chosen from.
 *
 * @param all how many there are, nested ones too
 * @param nested how many of them are nested in another that is there; not counted where there are more than were counted
 * @param metrics by name
 * @param params by name, each with how many different values it has
 * @param tags by name, without those that MLflow sets for itself
 * @param best the runs that won the search that they were nested in
 */
public record LoggedKeys(
        RunCount all,
        int nested,
        List<String> metrics,
        SortedMap<String, Integer> params,
        List<String> tags,
        Set<String> best) {
    public LoggedKeys {
        metrics = List.copyOf(metrics);
        params = new TreeMap<>(Map.copyOf(params));
        tags = List.copyOf(tags);
        best = Set.copyOf(best);
    }

    /** How many are at the top. */
    public int runs() {
        return all.counted() - nested;
    }
}
