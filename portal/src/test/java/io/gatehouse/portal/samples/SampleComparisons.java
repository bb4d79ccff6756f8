package io.gatehouse.portal.samples;

import static io.gatehouse.portal.samples.Story.CHURN;
import static io.gatehouse.portal.samples.Story.say;

import io.gatehouse.comparison.Comparison;
import io.gatehouse.comparison.Comparison.Cell;
import io.gatehouse.comparison.Comparison.Change;
import io.gatehouse.comparison.Comparison.Group;
import io.gatehouse.comparison.Comparison.Kind;
import io.gatehouse.comparison.Comparison.Row;
import io.gatehouse.comparison.Comparison.Subject;
import io.gatehouse.comparison.Comparisons;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Versions 1 to 5 of one model side by side; the figures rise with the number. */
public final class SampleComparisons implements Comparisons {
    private final Story story;

    public SampleComparisons(Story story) {
        this.story = story;
    }

    @Override
    public Result compare(Actor actor, List<VersionRef> subjects) {
        Permissions.require(actor, Action.READ_REGISTRY);
        Optional<VersionRef> unknown = subjects.stream()
                .filter(subject -> !subject.model().equals(CHURN) || subject.version() > 10)
                .findFirst();
        if (unknown.isPresent()) {
            return new Result.Refused(say("There is no version " + unknown.get().version() + " of “"
                    + unknown.get().model() + "”. Remove it to see the others."));
        }
        List<Subject> columns = subjects.stream().map(this::subject).toList();
        boolean old = subjects.stream().anyMatch(subject -> subject.version() == 1);
        return new Result.Compared(new Comparison(
                columns,
                List.of(say(
                        "The newest candidate finds 2 more of every 100 leavers than the version in use, at the same number of contacts;"
                                + " their parameters differ in 2 places.")),
                old
                        ? List.of(
                                say(
                                        "Version 1 was trained and judged on older data, so part of the difference may be the data."))
                        : List.of(),
                groups(subjects)));
    }

    @Override
    public List<VersionRef> usual(Actor actor, String model) {
        return List.of(new VersionRef(CHURN, 2), new VersionRef(CHURN, 1), new VersionRef(CHURN, 5));
    }

    @Override
    public List<VersionRef> versions(Actor actor, List<String> models) {
        return models.contains(CHURN)
                ? IntStream.rangeClosed(1, 10)
                        .mapToObj(number -> new VersionRef(CHURN, 11 - number))
                        .toList()
                : List.of();
    }

    private Subject subject(VersionRef version) {
        String label =
                version.version() == 2 ? "in use" : version.version() == 1 ? "in use three months ago" : "candidate";
        return new Subject(
                CHURN,
                version.version(),
                label,
                story.daysAgo(200 - version.version() * 39),
                Story.runOf(version.version()),
                null);
    }

    private static List<Group> groups(List<VersionRef> subjects) {
        return List.of(
                new Group(
                        Kind.METRICS,
                        List.of(
                                row(
                                        "test_auc",
                                        "Tells leavers from stayers (AUC)",
                                        numbers(subjects, 0.85, 0.0092, 0.0076, "%.4f", 1)),
                                row(
                                        "true_positive_rate",
                                        "Of 100 leavers, found",
                                        numbers(subjects, 0.86, 0.022, 0.012, "%.1f %%", 100)),
                                row(
                                        "precision",
                                        "Of 100 flagged, leave",
                                        numbers(subjects, 0.55, 0.004, 0.02, "%.1f %%", 100)))),
                new Group(
                        Kind.VALUE,
                        List.of(row(
                                "net_per_customer",
                                "Net per customer",
                                numbers(subjects, 10.2, 0.92, 0.62, "$%.2f", 1)))),
                new Group(
                        Kind.SEGMENTS,
                        List.of(
                                row(
                                        "age_band=18-24",
                                        "Leavers found, ages 18-24",
                                        numbers(subjects, 0.82, 0.014, 0.024, "%.1f %%", 100)),
                                row(
                                        "plan_type=basic",
                                        "Leavers found, plan basic",
                                        numbers(subjects, 0.88, 0.015, 0.018, "%.1f %%", 100)))),
                new Group(
                        Kind.PARAMETERS,
                        List.of(
                                row("learning_rate", "learning_rate", texts(subjects, "0.1", "0.03")),
                                row("max_depth", "max_depth", texts(subjects, "4", "7")),
                                row("n_estimators", "n_estimators", texts(subjects, "3000", "3000")),
                                row("objective", "objective", texts(subjects, "binary:logistic", "binary:logistic")))),
                new Group(
                        Kind.DATA,
                        List.of(
                                row(
                                        "data_version",
                                        "Data version",
                                        texts(subjects, "streamflow-v2-2023-11", "streamflow-v3-2024-03")),
                                row("feature_count", "Features", texts(subjects, "", "19")))),
                new Group(Kind.ENVIRONMENT, List.of(row("xgboost", "xgboost", texts(subjects, "3.0.4", "3.0.4")))));
    }

    private static Row row(String name, String label, List<Cell> cells) {
        return new Row(
                name, label, cells, cells.stream().map(Cell::text).distinct().count() > 1);
    }

    private static List<Cell> numbers(
            List<VersionRef> subjects, double start, double step, double half, String form, double scale) {
        List<Cell> cells = new ArrayList<>();
        for (VersionRef subject : subjects) {
            double value = start + step * Math.log(subject.version() + 0.5) * 2.2;
            cells.add(new Cell(
                    form.formatted(value * scale),
                    value,
                    value - half,
                    value + half,
                    form.formatted((value - half) * scale) + " to " + form.formatted((value + half) * scale),
                    change(
                            value,
                            half,
                            cells.isEmpty() ? null : cells.getFirst().number())));
        }
        return cells;
    }

    private static Change change(double value, double half, @Nullable Double baseline) {
        if (baseline == null || value == baseline) {
            return Change.NONE;
        }
        if (Math.abs(value - baseline) < half) {
            return Change.TOO_CLOSE_TO_CALL;
        }
        return value > baseline ? Change.BETTER : Change.WORSE;
    }

    private static List<Cell> texts(List<VersionRef> subjects, String first, String later) {
        return IntStream.range(0, subjects.size())
                .mapToObj(i -> Cell.plain(subjects.get(i).version() == 1 ? first : later, null))
                .toList();
    }
}
