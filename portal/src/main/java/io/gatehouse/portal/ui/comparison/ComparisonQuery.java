package io.gatehouse.portal.ui.comparison;

import com.vaadin.flow.router.QueryParameters;
import io.gatehouse.comparison.Comparisons.VersionRef;
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
 */
record ComparisonQuery(List<VersionRef> subjects, String model, boolean all) {
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
                parameters.getSingleParameter("all").isPresent());
    }

    /** {@code churn:2}. Model names hold no colon, so the last one parts them. */
    private static Optional<VersionRef> subject(String text) {
        int colon = text.lastIndexOf(':');
        String version = text.substring(colon + 1);
        return colon > 0 && version.matches("\\d{1,9}")
                ? Optional.of(new VersionRef(text.substring(0, colon), Integer.parseInt(version)))
                : Optional.empty();
    }

    ComparisonQuery with(VersionRef added) {
        return new ComparisonQuery(
                Stream.concat(subjects.stream(), Stream.of(added)).distinct().toList(), "", all);
    }

    ComparisonQuery without(VersionRef removed) {
        return new ComparisonQuery(
                subjects.stream().filter(subject -> !subject.equals(removed)).toList(), "", all);
    }

    /** The same with another baseline. */
    ComparisonQuery from(VersionRef baseline) {
        List<VersionRef> moved = new ArrayList<>(subjects);
        moved.remove(baseline);
        moved.addFirst(baseline);
        return new ComparisonQuery(moved, "", all);
    }

    ComparisonQuery showingAll(boolean shown) {
        return new ComparisonQuery(subjects, model, shown);
    }

    /** The address of the page that shows this. */
    String place() {
        return Places.compare(subjects) + (all ? "&all=1" : "");
    }
}
