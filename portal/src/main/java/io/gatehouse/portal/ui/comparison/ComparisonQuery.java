package io.gatehouse.portal.ui.comparison;

import com.vaadin.flow.router.QueryParameters;
import io.gatehouse.comparison.Comparisons.VersionRef;
import io.gatehouse.house.UrlSegment;
import io.gatehouse.portal.ui.Places;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an address asks to be compared, such as {@code v=churn:2&v=churn:5}; it carries everything that the page shows.
 *
 * @param subjects the first is the baseline; in the order of the address, each once
 * @param model asked for without versions; empty if versions are named
 * @param all whether rows without a difference are shown too
 * @param turned whether the versions are the rows, and not the columns
 * @param x what lies along the plot of two, such as {@code params.max_depth}; empty for the usual
 * @param y what lies up the plot of two; empty for the usual
 */
record ComparisonQuery(List<VersionRef> subjects, String model, boolean all, boolean turned, String x, String y) {
    ComparisonQuery {
        subjects = List.copyOf(subjects);
    }

    static ComparisonQuery of(QueryParameters parameters) {
        List<VersionRef> subjects = parameters.getParameters("v").stream()
                .flatMap(text -> subject(text).stream())
                .distinct()
                .toList();
        return new ComparisonQuery(
                subjects,
                parameters.getSingleParameter("model").orElse(""),
                parameters.getSingleParameter("all").isPresent(),
                parameters.getSingleParameter("turned").isPresent(),
                parameters.getSingleParameter("x").orElse(""),
                parameters.getSingleParameter("y").orElse(""));
    }

    /** {@code churn:2}. Model names hold no colon, so the last one parts them. */
    private static Optional<VersionRef> subject(String text) {
        int colon = text.lastIndexOf(':');
        String version = text.substring(colon + 1);
        return colon > 0 && version.matches("\\d{1,9}")
                ? Optional.of(new VersionRef(text.substring(0, colon), Integer.parseInt(version)))
                : Optional.empty();
    }

    /** These versions, and no question which. */
    ComparisonQuery of(List<VersionRef> others) {
        return new ComparisonQuery(others, "", all, turned, x, y);
    }

    ComparisonQuery with(VersionRef added) {
        return of(Stream.concat(subjects.stream(), Stream.of(added)).distinct().toList());
    }

    ComparisonQuery without(VersionRef removed) {
        return of(subjects.stream().filter(subject -> !subject.equals(removed)).toList());
    }

    /** The same with another baseline. */
    ComparisonQuery from(VersionRef baseline) {
        List<VersionRef> moved = new ArrayList<>(subjects);
        moved.remove(baseline);
        moved.addFirst(baseline);
        return of(moved);
    }

    ComparisonQuery showingAll(boolean shown) {
        return new ComparisonQuery(subjects, model, shown, turned, x, y);
    }

    ComparisonQuery turned(boolean versionsAsRows) {
        return new ComparisonQuery(subjects, model, all, versionsAsRows, x, y);
    }

    ComparisonQuery withAxes(String along, String up) {
        return new ComparisonQuery(subjects, model, all, turned, along, up);
    }

    /** Whether the versions are all of one model, and need not name it. */
    boolean oneModel() {
        return subjects.stream().map(VersionRef::model).distinct().count() < 2;
    }

    /** The address of the page that shows this. */
    String place() {
        return Places.compare(subjects)
                + (all ? "&all=1" : "")
                + (turned ? "&turned=1" : "")
                + (x.isEmpty() ? "" : "&x=" + UrlSegment.of(x))
                + (y.isEmpty() ? "" : "&y=" + UrlSegment.of(y));
    }
}
