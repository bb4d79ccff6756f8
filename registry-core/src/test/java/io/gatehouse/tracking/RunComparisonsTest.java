package io.gatehouse.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.tracking.RunComparison.Cell;
import io.gatehouse.tracking.RunComparison.Line;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@DatabaseTest
class RunComparisonsTest {
    private final RunComparisons comparisons;
    private final RunLog log;
    private final TestRuns some;
    private final TestPeople people;

    RunComparisonsTest(RunComparisons comparisons, RunLog log, TestRuns some, TestPeople people) {
        this.comparisons = comparisons;
        this.log = log;
        this.some = some;
        this.people = people;
    }

    @Test
    void runsOfAnyExperimentsStandInTheOrderAskedForWithWhatEachLogged() {
        String one = some.run(people.dana());
        String other = some.run(people.dana());
        log.log(
                people.dana(),
                one,
                new Batch(
                        List.of(new Metric("auc", 0.81, 1, 0)),
                        List.of(new Param("depth", "3"), new Param("booster", "dart")),
                        List.of(new Tag("team", "churn"), new Tag("mlflow.source.name", "train.py"))));
        log.log(
                people.dana(),
                other,
                new Batch(
                        List.of(new Metric("auc", 0.83, 1, 0), new Metric("loss", Double.NaN, 1, 0)),
                        List.of(new Param("depth", "3")),
                        List.of(new Tag("team", "churn"))));

        RunComparison comparison = comparisons.compare(people.dana(), List.of(other, one, "0".repeat(32), other));

        assertThat(comparison.runs()).extracting(RunRow::id).containsExactly(other, one);
        assertThat(comparison.experiments().keySet())
                .containsExactlyInAnyOrderElementsOf(comparison.runs().stream()
                        .map(RunRow::experimentId)
                        .distinct()
                        .toList());
        assertThat(comparison.lines())
                .extracting(Line::name)
                .containsExactly(
                        "metrics.auc",
                        "metrics.loss",
                        "params.booster",
                        "params.depth",
                        "tags.mlflow.source.name",
                        "tags.team");
        assertThat(texts(comparison, "metrics.auc")).containsExactly("0.83", "0.81");
        assertThat(texts(comparison, "params.booster")).containsExactly("", "dart");
        assertThat(comparison.lines().stream().filter(Line::differs).map(Line::name))
                .containsExactly("metrics.auc", "metrics.loss", "params.booster", "tags.mlflow.source.name");
        assertThat(comparison.lines().stream().filter(Line::numeric).map(Line::name))
                .containsExactly("metrics.auc", "params.depth");
    }

    @Test
    void aMetricMakesACurveOnceItWasMeasuredTwice() {
        String run = some.run(people.dana());
        String other = some.run(people.dana());
        log.logMetric(people.dana(), run, new Metric("auc", 0.8, 1, 0));
        log.logMetric(people.dana(), run, new Metric("loss", 0.8, 1, 0));
        log.logMetric(people.dana(), run, new Metric("loss", 0.7, 1, 1));
        log.logMetric(people.dana(), other, new Metric("auc", 0.8, 1, 0));
        log.logMetric(people.dana(), other, new Metric("epoch", 1, 1, 0));
        log.logMetric(people.dana(), other, new Metric("epoch", 2, 2, 0));

        assertThat(comparisons.curves(people.dana(), List.of(run, other))).containsExactly("epoch", "loss");
        assertThat(comparisons.curves(people.dana(), List.of())).isEmpty();
    }

    @Test
    void noMoreRunsAreReadThanFitSideBySide() {
        String run = some.run(people.dana());
        List<String> many = IntStream.range(0, RunComparison.MOST)
                .mapToObj("%032x"::formatted)
                .toList();

        assertThat(comparisons
                        .compare(
                                people.dana(),
                                java.util.stream.Stream.concat(many.stream(), java.util.stream.Stream.of(run))
                                        .toList())
                        .runs())
                .isEmpty();
    }

    private static List<String> texts(RunComparison comparison, String name) {
        return comparison.lines().stream()
                .filter(line -> line.name().equals(name))
                .flatMap(line -> line.cells().stream())
                .map((Optional<Cell> cell) -> cell.map(Cell::text).orElse(""))
                .toList();
    }
}
