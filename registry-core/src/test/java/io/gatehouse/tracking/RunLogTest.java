package io.gatehouse.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.people.NotPermittedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DatabaseTest
class RunLogTest {
    private final RunLog log;
    private final Runs runs;
    private final MetricHistory history;
    private final RunSearch search;
    private final TestRuns some;
    private final TestPeople people;

    RunLogTest(RunLog log, Runs runs, MetricHistory history, RunSearch search, TestRuns some, TestPeople people) {
        this.log = log;
        this.runs = runs;
        this.history = history;
        this.search = search;
        this.some = some;
        this.people = people;
    }

    @Test
    void aConflictingParamTakesTheWholeBatchWithIt() {
        String run = some.run(people.dana());
        log.logParam(people.dana(), run, new Param("depth", "3"));

        assertThatThrownBy(() -> log.log(
                        people.dana(),
                        run,
                        new Batch(
                                List.of(new Metric("auc", 0.9, 1, 0)),
                                List.of(new Param("alpha", "1"), new Param("depth", "5")),
                                List.of(new Tag("team", "churn")))))
                .hasMessageContaining("Changing param values is not allowed");

        Run stored = runs.get(people.dana(), run);
        assertThat(stored.params()).containsExactly(new Param("depth", "3"));
        assertThat(stored.metrics()).isEmpty();
        assertThat(stored.tags()).extracting(Tag::key).doesNotContain("team");
    }

    @Test
    void aRepeatedBatchChangesNothing() {
        String run = some.run(people.dana());
        Batch batch = new Batch(
                List.of(new Metric("auc", 0.9, 1, 0), new Metric("loss", Double.NaN, 1, 0)),
                List.of(new Param("depth", "3")),
                List.of(new Tag("team", "churn")));
        log.log(people.dana(), run, batch);
        Run once = runs.get(people.dana(), run);

        log.log(people.dana(), run, batch);

        assertThat(runs.get(people.dana(), run)).isEqualTo(once);
        assertThat(historyOf(run, "loss"))
                .singleElement()
                .satisfies(metric -> assertThat(metric.value()).isNaN());
    }

    @Test
    void theLatestValueIsThatOfTheGreatestStepThenTimestampThenValue() {
        String run = some.run(people.dana());
        log.log(
                people.dana(),
                run,
                metrics(
                        new Metric("a", 5, 10, 2),
                        new Metric("a", 9, 99, 1),
                        new Metric("a", 6, 20, 2),
                        new Metric("a", 7, 20, 2)));
        assertThat(latest(run)).containsExactly(new Metric("a", 7, 20, 2));

        log.logMetric(people.dana(), run, new Metric("a", 1, 500, 1));
        assertThat(latest(run)).containsExactly(new Metric("a", 7, 20, 2));

        log.logMetric(people.dana(), run, new Metric("a", 1, 0, 3));
        assertThat(latest(run)).containsExactly(new Metric("a", 1, 0, 3));
    }

    @Test
    void valuesLoggedOneByOneAreFoundByTheSearchAsThoseOfABatchAre() {
        String run = some.run(people.dana());
        log.logMetric(people.dana(), run, new Metric("b", Double.NaN, 1, 0));
        log.logMetric(people.dana(), run, new Metric("a", 0.5, 7, 1));
        log.logMetric(people.dana(), run, new Metric("a", 0.4, 6, 0));
        log.logMetric(people.dana(), run, new Metric("a", 0.5, 7, 1));

        assertThat(latest(run)).containsExactly(new Metric("a", 0.5, 7, 1), new Metric("b", Double.NaN, 1, 0));
        assertThat(historyOf(run, "a")).containsExactly(new Metric("a", 0.4, 6, 0), new Metric("a", 0.5, 7, 1));
        RunSearch.Query best = new RunSearch.Query(
                List.of(runs.get(people.dana(), run).info().experimentId()),
                "metrics.a = 0.5",
                List.of("metrics.a DESC"),
                LifecycleView.ACTIVE_ONLY,
                10,
                Optional.empty());
        assertThat(search.find(people.dana(), best).items())
                .extracting(found -> found.info().id())
                .contains(run);
    }

    @Test
    void ofValuesLoggedOneByOneAtTheSameMomentTheGreatestIsTheLatestAndAnyIsBeforeNan() {
        String run = some.run(people.dana());
        for (double value : new double[] {Double.NaN, -1, Double.NaN, 0.5, 0.4}) {
            log.logMetric(people.dana(), run, new Metric("a", value, 7, 1));
        }

        assertThat(latest(run)).containsExactly(new Metric("a", 0.5, 7, 1));
        assertThat(historyOf(run, "a")).hasSize(4);
    }

    @Test
    void infinitiesAreKeptAsTheLargestDoublesAndTheTwoZerosAsOne() {
        String run = some.run(people.dana());
        log.log(
                people.dana(),
                run,
                metrics(
                        new Metric("a", Double.POSITIVE_INFINITY, 1, 0),
                        new Metric("b", Double.NEGATIVE_INFINITY, 1, 0),
                        new Metric("c", -0.0, 1, 0),
                        new Metric("c", 0.0, 1, 0)));

        assertThat(latest(run)).extracting(Metric::value).containsExactly(Double.MAX_VALUE, -Double.MAX_VALUE, 0.0);
        assertThat(historyOf(run, "c")).hasSize(1);
    }

    @Test
    void whatWasMeasuredAtOneMomentAndStepIsReadOneByOneWithoutGapOrRepeat() {
        String run = some.run(people.dana());
        List<Metric> inOrder = List.of(
                new Metric("a", 9, 100, -1),
                new Metric("a", -2.5, 100, 3),
                new Metric("a", 0, 100, 3),
                new Metric("a", Double.NaN, 100, 3),
                new Metric("a", 1, 100, 3),
                new Metric("a", -7, 100, 4),
                new Metric("a", -8, 101, -5),
                new Metric("a", Double.NEGATIVE_INFINITY, 101, 0));
        log.log(people.dana(), run, new Batch(inOrder, List.of(), List.of()));

        List<Metric> read = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            var page = history.of(people.dana(), run, "a", 1, next);
            assertThat(page.items()).hasSize(1);
            read.addAll(page.items());
            next = page.next();
        } while (next.isPresent());

        assertThat(read)
                .isEqualTo(history.of(people.dana(), run, "a", 100, Optional.empty())
                        .items())
                .extracting(Metric::value)
                .containsExactly(9.0, -2.5, 0.0, Double.NaN, 1.0, -7.0, -8.0, -Double.MAX_VALUE);
    }

    @Test
    void aLongHistoryIsReadPageByPageWithoutGapOrRepeat() {
        String run = some.run(people.dana());
        List<Metric> written = IntStream.range(0, 25)
                .mapToObj(i -> new Metric("a", i % 3 == 0 ? Double.NaN : i, 100 + i / 5, i % 5))
                .toList();
        log.log(people.dana(), run, new Batch(written, List.of(), List.of()));

        var first = history.of(people.dana(), run, "a", 10, Optional.empty());
        var second = history.of(people.dana(), run, "a", 10, first.next());
        var third = history.of(people.dana(), run, "a", 10, second.next());

        assertThat(List.of(first, second, third).stream()
                        .flatMap(page -> page.items().stream())
                        .toList())
                .isEqualTo(written);
        assertThat(third.next()).isEmpty();
    }

    @Test
    void aMetricAtTheEdgesOfItsNumbersComesBackAsItWas() {
        String run = some.run(people.dana());
        Metric metric = new Metric("a", Double.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE);

        log.logMetric(people.dana(), run, metric);

        assertThat(historyOf(run, "a")).containsExactly(metric);
    }

    @Test
    void longParamsAndTagsAreCutAndSpeakAnyLanguage() {
        String run = some.run(people.dana());
        log.logParam(people.dana(), run, new Param("größe/层 1", "🎲".repeat(6_001)));
        log.setTag(people.dana(), run, new Tag("a", "ü".repeat(8_001)));

        Run stored = runs.get(people.dana(), run);
        assertThat(stored.params()).containsExactly(new Param("größe/层 1", "🎲".repeat(6_000)));
        assertThat(stored.tags()).contains(new Tag("a", "ü".repeat(8_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a", "a/", "a//b", "../a", "a/../b", ".", "a/.", "a;b", "a\nb", "a*", ""})
    void aKeyThatIsNoPlainPathIsRefused(String key) {
        String run = some.run(people.dana());

        assertThatThrownBy(() -> log.logParam(people.dana(), run, new Param(key, "1")))
                .isInstanceOf(TrackingRefusal.class);
        assertThatThrownBy(() -> log.logMetric(people.dana(), run, new Metric(key, 1, 1, 0)))
                .isInstanceOf(TrackingRefusal.class);
    }

    @Test
    void aDatasetIsKnownByNameAndDigestAndItsFirstUseCounts() {
        String run = some.run(people.dana());
        DatasetInput first = dataset("train", List.of(new Tag("mlflow.data.context", "training")));
        log.logInputs(people.dana(), run, List.of(first, dataset("train", List.of())), List.of("m-1"));
        log.logInputs(people.dana(), run, List.of(dataset("train", List.of(new Tag("x", "y")))), List.of("m-1"));
        log.logOutputs(people.dana(), run, List.of(new ModelOutput("m-2", 7)));

        Run stored = runs.get(people.dana(), run);
        assertThat(stored.datasets()).containsExactly(first);
        assertThat(stored.modelInputs()).containsExactly("m-1");
        assertThat(stored.modelOutputs()).containsExactly(new ModelOutput("m-2", 7));
    }

    @Test
    void nothingIsLoggedToADeletedRun() {
        String run = some.run(people.dana());
        runs.delete(people.dana(), run);

        assertThatThrownBy(() -> log.setTag(people.dana(), run, new Tag("a", "b")))
                .hasMessageContaining("must be in the 'active' state");
        assertThatThrownBy(() -> log.logMetric(people.dana(), run, new Metric("a", 1, 1, 0)))
                .hasMessageContaining("must be in the 'active' state");
        assertThatThrownBy(() -> log.logMetric(people.dana(), "f".repeat(32), new Metric("a", 1, 1, 0)))
                .hasMessageContaining("not found");
        assertThat(runs.get(people.dana(), run).metrics()).isEmpty();
        assertThat(runs.get(people.dana(), run).info().lifecycle()).isEqualTo(Lifecycle.DELETED);
    }

    @Test
    void whoMayOnlyReadCannotLog() {
        String run = some.run(people.dana());

        assertThat(runs.get(people.vera(), run).info().createdBy())
                .isEqualTo(people.dana().person().id());
        assertThatThrownBy(() -> log.setTag(people.vera(), run, new Tag("a", "b")))
                .isInstanceOf(NotPermittedException.class);
    }

    private List<Metric> latest(String run) {
        return runs.get(people.dana(), run).metrics();
    }

    private List<Metric> historyOf(String run, String key) {
        return history.of(people.dana(), run, key, 100, Optional.empty()).items();
    }

    private static Batch metrics(Metric... metrics) {
        return new Batch(List.of(metrics), List.of(), List.of());
    }

    private static DatasetInput dataset(String name, List<Tag> tags) {
        return new DatasetInput(name, "abc123", "local", "{}", null, null, tags);
    }

    @Test
    void manyWhoLogForOneRunAtOnceLoseNothingAndEachLearnsOfItsOwnFault() throws Exception {
        String run = some.run(people.dana());
        Metric.Subject nobody = new Metric.Subject("m-" + "0".repeat(32), null, null);
        List<Callable<Boolean>> calls = IntStream.range(0, 60)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    Metric metric = new Metric("loss", i, 1_000 + i, i, i % 20 == 7 ? nobody : null);
                    try {
                        log.logMetric(people.dana(), run, metric);
                        return true;
                    } catch (TrackingRefusal refused) {
                        assertThat(refused).hasMessageContaining("not found");
                        return false;
                    }
                })
                .toList();
        List<Boolean> stored = new ArrayList<>();
        try (ExecutorService clients = Executors.newFixedThreadPool(16)) {
            for (Future<Boolean> answer : clients.invokeAll(calls)) {
                stored.add(answer.get());
            }
        }

        assertThat(IntStream.range(0, 60).filter(i -> !stored.get(i))).containsExactly(7, 27, 47);
        assertThat(history.of(people.dana(), run, "loss", 100, Optional.empty()).items())
                .extracting(Metric::step)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 60)
                        .filter(i -> i % 20 != 7)
                        .mapToObj(i -> (long) i)
                        .toList());
        assertThat(runs.get(people.dana(), run).metrics()).containsExactly(new Metric("loss", 59, 1_059, 59));
    }
}
