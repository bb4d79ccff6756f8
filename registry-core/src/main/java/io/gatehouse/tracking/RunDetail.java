package io.gatehouse.tracking;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run as a page of its own.
 *
 * @param run with all that it logged
 * @param row the same run as a line
 * @param experimentName of its experiment
 * @param parent run that it is nested in; absent at the top, or if that is not known here
 * @param children nested in it, oldest first, at most 500
 */
public record RunDetail(
        Run run,
        RunRow row,
        String experimentName,
        @Nullable RunRow parent,
        List<RunRow> children) {
    public RunDetail {
        children = List.copyOf(children);
    }
}
