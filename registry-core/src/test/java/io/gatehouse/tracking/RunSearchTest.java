package io.gatehouse.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.search.InvalidSearchException;
import io.gatehouse.search.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DatabaseTest
class RunSearchTest {
    private final RunSearch search;
    private final RunPages pages;
    private final Runs runs;
    private final RunLog log;
    private final TestRuns some;
    private final TestPeople people;
    private long experiment;

    RunSearchTest(RunSearch search, RunPages pages, Runs runs, RunLog log, TestRuns some, TestPeople people) {
        this.search = search;
        this.pages = pages;
        this.runs = runs;
        this.log = log;
        this.some = some;
        this.people = people;
    }

    /** Four runs: one better than the other, one whose measure is NaN, one without any. */
    @BeforeEach
    void fourRuns() {
        experiment = some.experiment(people.dana());
        run("good", 400, new Metric("auc", 0.9, 1, 0), "Boost", "val");
        run("weak", 300, new Metric("auc", 0.7, 1, 0), "boost", "test");
        run("broken", 200, new Metric("auc", Double.NaN, 1, 0), "50%_done", "val");
        some.run(people.dana(), experiment, 100, new Tag("mlflow.runName", "bare"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "|good weak broken bare",
                "metrics.auc > 0.7|good",
                "metrics.auc >= 7e-1 AND metric.auc < 1|good weak",
                "metrics.auc != 0.9|weak broken",
                "metrics.auc = 0|",
                "metrics.auc < 1e400|good weak",
                "params.model = 'boost'|weak",
                "param.model ILIKE 'BOOST'|good weak",
                "params.model LIKE 'B%'|good",
                "params.model LIKE '%\\%'|",
                "params.model != 'boost'|good broken",
                "params.model IS NULL|bare",
                "params.model is not null|good weak broken",
                "tags.`mlflow.runName` LIKE '%a%' |weak bare",
                "run_name = 'good'|good",
                "attributes.`Run name` = 'good'|good",
                "attributes.status = 'RUNNING' and start_time > 200|good weak",
                "attr.start_time <= 200|broken bare",
                "end_time > 0|",
                "created >= 1e30|",
                "dataset.context = 'val'|good broken",
                "datasets.name IN ('d-weak', 'nothing')|weak",
                "dataset.digest NOT IN ('x')|good weak broken",
                "dataset.name = 'd-good' AND dataset.context = 'val'|good",
                "user_id = 'nobody'|",
            })
    void aFilterFindsExactlyTheRunsThatItDescribes(String filter, String names) {
        List<String> expected = names == null || names.isBlank() ? List.of() : List.of(names.split(" "));

        assertThat(names(filter == null ? "" : filter)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "metrics.auc DESC|good weak broken bare",
                "metrics.auc ASC|weak good broken bare",
                "params.model ASC|broken good weak bare",
                "params.model DESC|weak good broken bare",
                "run_name|bare broken good weak",
                "start_time ASC|bare broken weak good",
                "end_time DESC|good weak broken bare",
            })
    void missingValuesComeLastAndNanJustBeforeThemInBothDirections(String order, String names) {
        assertThat(names("", order)).containsExactly(names.split(" "));
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrRepeatAndEndWithoutAToken() {
        List<String> seen = new ArrayList<>();
        Optional<String> token = Optional.empty();
        for (int page = 0; page < 2; page++) {
            Page<Run> found = search.find(people.dana(), query("", List.of(), 2, token));
            found.items().forEach(run -> seen.add(run.info().name()));
            token = found.next();
        }

        assertThat(seen).containsExactly("good", "weak", "broken", "bare");
        assertThat(token).isEmpty();
    }

    /** A page of two looks at stretches of twelve: here more than twelve runs share each value, so that every stretch ends among equals. */
    @ParameterizedTest
    @CsvSource({"DESC, 2", "ASC, 2", "DESC, 7", "ASC, 100"})
    void anOrderByAMetricThatManyShareIsTheSameOnPagesOfAnySize(String direction, int size) {
        long many = some.experiment(people.dana());
        List<Measured> logged = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String id = some.run(people.dana(), many, 1_000 + i % 7, new Tag("kind", i % 5 == 0 ? "odd" : "even"));
            int rank = i % 10 == 9 ? 2 : i % 10 == 8 ? 1 : 0;
            double value = rank == 1 ? Double.NaN : i % 3;
            if (rank < 2) {
                log.logMetric(people.dana(), id, new Metric("loss", value, 1, 0));
            }
            if (i % 5 != 0) {
                logged.add(new Measured(id, 1_000 + i % 7, value, rank));
            }
        }
        int sign = direction.equals("ASC") ? 1 : -1;
        Comparator<Measured> wished = Comparator.comparingInt(Measured::rank)
                .thenComparingDouble(run -> run.rank() > 0 ? 0 : sign * run.value())
                .thenComparingLong(run -> -run.startMs())
                .thenComparing(Measured::id);

        List<String> seen = new ArrayList<>();
        Optional<String> token = Optional.empty();
        do {
            Page<Run> page = search.find(
                    people.dana(),
                    new RunSearch.Query(
                            List.of(many),
                            "tags.kind = 'even'",
                            List.of("metrics.loss " + direction),
                            LifecycleView.ACTIVE_ONLY,
                            size,
                            token));
            page.items().forEach(run -> seen.add(run.info().id()));
            token = page.next();
        } while (token.isPresent());

        assertThat(seen)
                .containsExactlyElementsOf(
                        logged.stream().sorted(wished).map(Measured::id).toList());
    }

    /** @param rank 0 for a number, 1 for NaN, 2 for nothing */
    private record Measured(String id, long startMs, double value, int rank) {}

    @Test
    void aTokenOfAnotherSearchIsRefused() {
        Optional<String> token = search.find(people.dana(), query("", List.of(), 2, Optional.empty()))
                .next();

        assertThatThrownBy(() -> search.find(people.dana(), query("run_name = 'good'", List.of(), 2, token)))
                .isInstanceOf(InvalidSearchException.class)
                .hasMessageContaining("Invalid page token");
    }

    @Test
    void deletedRunsAreFoundOnlyWhereAskedFor() {
        String good = search.find(people.dana(), query("run_name = 'good'", List.of(), 1, Optional.empty()))
                .items()
                .getFirst()
                .info()
                .id();
        runs.delete(people.dana(), good);

        assertThat(names("")).containsExactly("weak", "broken", "bare");
        assertThat(search.find(
                                people.dana(),
                                new RunSearch.Query(
                                        List.of(experiment),
                                        "",
                                        List.of(),
                                        LifecycleView.DELETED_ONLY,
                                        10,
                                        Optional.empty()))
                        .items())
                .extracting(run -> run.info().name())
                .containsExactly("good");
    }

    @Test
    void peopleSeeRunsAsATreeWithTheTrainerByName() {
        String parent = some.run(people.dana(), experiment, 500, new Tag("mlflow.runName", "search"));
        String child = some.run(people.dmitri(), experiment, 510, new Tag("mlflow.parentRunId", parent));
        runs.update(
                people.dmitri(),
                child,
                new Runs.Change(Optional.of(RunStatus.FINISHED), OptionalLong.of(2_510), Optional.empty()));
        RunPages.Lines lines = new RunPages.Lines(experiment, "", List.of());

        assertThat(pages.page(people.vera(), lines, RunPages.Columns.NONE, 0, 2))
                .extracting(RunRow::name)
                .containsExactly("search", "good");
        assertThat(pages.count(people.vera(), lines, 5)).isEqualTo(new RunCount(5, false));
        assertThat(pages.count(people.vera(), lines, 4)).isEqualTo(new RunCount(4, true));
        RunDetail detail = pages.detail(people.vera(), parent).orElseThrow();
        assertThat(detail.row().children()).isEqualTo(1);
        assertThat(detail.children()).singleElement().satisfies(row -> {
            assertThat(row.trainer()).isEqualTo("Dmitri Novak");
            assertThat(row.took()).hasSeconds(2);
            assertThat(row.parentRunId()).isEqualTo(parent);
        });
        assertThat(pages.detail(people.vera(), "no such run")).isEmpty();
    }

    @Test
    void runsWhoseParentIsNotThereStandAtTheTopUntilItIsBack() {
        long place = some.experiment(people.dana());
        String parent = some.run(people.dana(), place, 500);
        String child = some.run(people.dana(), place, 510, new Tag("mlflow.parentRunId", parent));
        String stray = some.run(people.dana(), place, 520, new Tag("mlflow.parentRunId", "0".repeat(32)));
        String elsewhere = some.run(people.dana());
        String visitor = some.run(people.dana(), place, 530, new Tag("mlflow.parentRunId", elsewhere));

        assertThat(atTheTop(place)).containsExactly(visitor, stray, parent);
        assertThat(pages.keys(people.vera(), place).runs()).isEqualTo(3);
        assertThat(pages.keys(people.vera(), place).nested()).isEqualTo(1);

        runs.delete(people.dana(), parent);

        assertThat(atTheTop(place)).containsExactly(visitor, stray, child);
        assertThat(pages.keys(people.vera(), place).runs()).isEqualTo(3);
        assertThat(pages.keys(people.vera(), place).nested()).isZero();

        runs.restore(people.dana(), parent);

        assertThat(atTheTop(place)).containsExactly(visitor, stray, parent);
        assertThat(pages.children(people.vera(), parent, List.of(), RunPages.Columns.NONE, 0, 10))
                .extracting(RunRow::id)
                .containsExactly(child);
    }

    @Test
    void aRunIsNestedInOneOfItsOwnExperimentAlone() {
        long here = some.experiment(people.dana());
        long there = some.experiment(people.dana());
        String parent = some.run(people.dana(), here, 500);
        String child = some.run(people.dana(), here, 510, new Tag("mlflow.parentRunId", parent));
        String visitor = some.run(people.dana(), there, 520, new Tag("mlflow.parentRunId", parent));
        log.logMetric(people.dana(), visitor, new Metric("abroad", 1, 1, 0));

        assertThat(nestedIn(parent)).containsExactly(child);
        assertThat(atTheTop(here)).containsExactly(parent);
        assertThat(pages.keys(people.vera(), here).nested()).isEqualTo(1);
        assertThat(pages.keys(people.vera(), here).metrics()).doesNotContain("abroad");
        assertThat(atTheTop(there)).containsExactly(visitor);
        assertThat(pages.keys(people.vera(), there).nested()).isZero();

        assertThat(parentOf(child)).contains(parent);
        assertThat(parentOf(visitor)).isEmpty();

        runs.delete(people.dana(), parent);
        assertThat(nestedIn(parent)).isEmpty();
        assertThat(parentOf(child)).isEmpty();
    }

    @Test
    void runsThatTheirTagsNestInThemselvesStandAtTheTop() {
        long place = some.experiment(people.dana());
        String own = some.run(people.dana(), place, 500);
        log.setTag(people.dana(), own, new Tag("mlflow.parentRunId", own));
        String upper = some.run(people.dana(), place, 510);
        String middle = some.run(people.dana(), place, 520, new Tag("mlflow.parentRunId", upper));
        String lower = some.run(people.dana(), place, 530, new Tag("mlflow.parentRunId", middle));

        log.setTag(people.dana(), upper, new Tag("mlflow.parentRunId", lower));

        assertThat(atTheTop(place)).containsExactly(upper, own);
        assertThat(nestedIn(own)).isEmpty();
        assertThat(parentOf(own)).isEmpty();
        assertThat(nestedIn(upper)).containsExactly(middle);
        assertThat(nestedIn(middle)).containsExactly(lower);
        assertThat(nestedIn(lower)).isEmpty();
        assertThat(runs.get(people.dana(), upper).tags()).contains(new Tag("mlflow.parentRunId", lower));
    }

    /** The runs nested in one, which are as many as its line, its page and its tree say. */
    private List<String> nestedIn(String run) {
        List<String> ids = pages.children(people.vera(), run, List.of(), RunPages.Columns.NONE, 0, 10).stream()
                .map(RunRow::id)
                .toList();
        RunDetail detail = pages.detail(people.vera(), run).orElseThrow();
        assertThat(detail.row().children()).isEqualTo(ids.size());
        assertThat(detail.children()).hasSize(ids.size());
        return ids;
    }

    private Optional<String> parentOf(String run) {
        return Optional.ofNullable(
                        pages.detail(people.vera(), run).orElseThrow().parent())
                .map(RunRow::id);
    }

    private List<String> atTheTop(long place) {
        RunPages.Lines lines = new RunPages.Lines(place, "", List.of());
        List<String> ids = pages.page(people.vera(), lines, RunPages.Columns.NONE, 0, 10).stream()
                .map(RunRow::id)
                .toList();
        assertThat(pages.count(people.vera(), lines, 10)).isEqualTo(new RunCount(ids.size(), false));
        return ids;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "metrics.heat > 0.5|c d",
                "metrics.heat >= 0.5|b c d",
                "metrics.heat < 0.5|a",
                "metrics.heat <= 0.5|a b",
                "metrics.heat = 0.5|b",
                "metrics.heat != 0.5|a c d e",
                "metrics.heat > 0.1 and metrics.heat < 0.9|b c",
                "metrics.heat > 0.1 and metrics.heat > 0.1|b c d",
                "params.side = 'left' and metrics.heat > 0.1|b d",
                "metrics.heat > 5|"
            })
    void linesWithinABoundOfAMetricAreCountedAndShown(String filterAndFound) {
        long place = some.experiment(people.dana());
        String[] both = filterAndFound.split("\\|", -1);
        double[] heats = {0.1, 0.5, 0.7, 0.9, Double.NaN};
        for (int i = 0; i < heats.length; i++) {
            String run = some.run(people.dana(), place, i, new Tag("mlflow.runName", String.valueOf((char) ('a' + i))));
            log.log(
                    people.dana(),
                    run,
                    new Batch(
                            List.of(new Metric("heat", heats[i], 1, 0)),
                            List.of(new Param("side", i % 2 == 0 ? "right" : "left")),
                            List.of()));
        }
        String gone = some.run(people.dana(), place, 9, new Tag("mlflow.runName", "gone"));
        log.logMetric(people.dana(), gone, new Metric("heat", 0.5, 1, 0));
        runs.delete(people.dana(), gone);
        String elsewhere = some.run(people.dana());
        log.logMetric(people.dana(), elsewhere, new Metric("heat", 0.5, 1, 0));
        RunPages.Lines lines = new RunPages.Lines(place, both[0], List.of("start_time ASC"));

        List<String> found = pages.page(people.vera(), lines, RunPages.Columns.NONE, 0, 10).stream()
                .map(RunRow::name)
                .toList();

        assertThat(String.join(" ", found)).isEqualTo(both[1]);
        assertThat(pages.count(people.vera(), lines, 100)).isEqualTo(new RunCount(found.size(), false));
    }

    /** On PostgreSQL these columns are ordered by bytes, and that order alone would know the case of ASCII letters only. */
    @ParameterizedTest
    @ValueSource(strings = {"Århus ÉTÉ|ÅRHUS Été", "Москва|МОСКВА", "ΑΘΗΝΑ|αθηνα", "naïve 50%|NAÏVE 50%"})
    void caseIsNoMatterInAnyLanguage(String written) {
        String logged = written.substring(0, written.indexOf('|'));
        String asked = written.substring(written.indexOf('|') + 1);
        run(logged, 50, new Metric("auc", 0.5, 1, 0), logged, "val");

        assertThat(names("params.model ILIKE '" + asked + "'")).containsExactly(logged);
        assertThat(names("run_name ILIKE '%" + asked.substring(1) + "'")).containsExactly(logged);
        assertThat(names("tags.`mlflow.runName` ILIKE '" + asked + "'")).containsExactly(logged);
        assertThat(names("params.model LIKE '" + asked + "'")).isEmpty();
    }

    private void run(String name, long startMs, Metric metric, String model, String context) {
        String run = some.run(people.dana(), experiment, startMs, new Tag("mlflow.runName", name));
        log.log(people.dana(), run, new Batch(List.of(metric), List.of(new Param("model", model)), List.of()));
        List<Tag> tags = List.of(new Tag("mlflow.data.context", context));
        log.logInputs(
                people.dana(),
                run,
                List.of(new DatasetInput("d-" + name, "1", "local", "{}", null, null, tags)),
                List.of());
    }

    private List<String> names(String filter, String... order) {
        return search.find(people.dana(), query(filter, List.of(order), 100, Optional.empty())).items().stream()
                .map(run -> run.info().name())
                .toList();
    }

    private RunSearch.Query query(String filter, List<String> order, int size, Optional<String> token) {
        return new RunSearch.Query(List.of(experiment), filter, order, LifecycleView.ACTIVE_ONLY, size, token);
    }
}
