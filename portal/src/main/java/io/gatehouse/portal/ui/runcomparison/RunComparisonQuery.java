package io.gatehouse.portal.ui.runcomparison;

import com.vaadin.flow.router.QueryParameters;
import io.gatehouse.house.UrlSegment;
import io.gatehouse.portal.ui.Places;
import io.gatehouse.tracking.RunComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an address asks to see, such as {@code r=4f2c…&r=9ab1…&all=1&x=params.depth&y=metrics.auc}; it carries all that the page shows.
 *
 * @param runs ids; the first is the baseline; each once
 * @param all whether lines without a difference are shown too
 * @param turned whether the runs are the rows, and not the columns
 * @param lines that are shown and drawn, as {@link RunComparison.Line#name}; empty for those that differ
 * @param x the line along the scatter plot; empty for the usual
 * @param y the line up the scatter plot; empty for the usual
 * @param curve the metric whose history is drawn; empty for the first
 */
record RunComparisonQuery(
        List<String> runs, boolean all, boolean turned, List<String> lines, String x, String y, String curve) {
    RunComparisonQuery {
        runs = List.copyOf(runs);
        lines = List.copyOf(lines);
    }

    static RunComparisonQuery of(QueryParameters parameters) {
        return new RunComparisonQuery(
                parameters.getParameters("r").stream()
                        .distinct()
                        .limit(RunComparison.MOST)
                        .toList(),
                parameters.getSingleParameter("all").isPresent(),
                parameters.getSingleParameter("turned").isPresent(),
                parameters.getParameters("line").stream().distinct().toList(),
                parameters.getSingleParameter("x").orElse(""),
                parameters.getSingleParameter("y").orElse(""),
                parameters.getSingleParameter("curve").orElse(""));
    }

    RunComparisonQuery without(String run) {
        return withRuns(runs.stream().filter(each -> !each.equals(run)).toList());
    }

    /** The same with another baseline. */
    RunComparisonQuery from(String baseline) {
        return withRuns(
                Stream.concat(Stream.of(baseline), runs.stream()).distinct().toList());
    }

    RunComparisonQuery withRuns(List<String> others) {
        return new RunComparisonQuery(others, all, turned, lines, x, y, curve);
    }

    RunComparisonQuery showingAll(boolean shown) {
        return new RunComparisonQuery(runs, shown, turned, lines, x, y, curve);
    }

    RunComparisonQuery turned(boolean runsAsRows) {
        return new RunComparisonQuery(runs, all, runsAsRows, lines, x, y, curve);
    }

    RunComparisonQuery withLines(List<String> chosen) {
        return new RunComparisonQuery(runs, all, turned, chosen, x, y, curve);
    }

    RunComparisonQuery withAxes(String along, String up) {
        return new RunComparisonQuery(runs, all, turned, lines, along, up, curve);
    }

    RunComparisonQuery withCurve(String metric) {
        return new RunComparisonQuery(runs, all, turned, lines, x, y, metric);
    }

    /** The address of the page that shows this. */
    String place() {
        List<String> parts = new ArrayList<>();
        runs.forEach(run -> parts.add("r=" + UrlSegment.of(run)));
        if (all) {
            parts.add("all=1");
        }
        if (turned) {
            parts.add("turned=1");
        }
        lines.forEach(line -> parts.add("line=" + UrlSegment.of(line)));
        if (!x.isEmpty()) {
            parts.add("x=" + UrlSegment.of(x));
        }
        if (!y.isEmpty()) {
            parts.add("y=" + UrlSegment.of(y));
        }
        if (!curve.isEmpty()) {
            parts.add("curve=" + UrlSegment.of(curve));
        }
        return Places.COMPARE_RUNS + "?" + String.join("&", parts);
    }
}
