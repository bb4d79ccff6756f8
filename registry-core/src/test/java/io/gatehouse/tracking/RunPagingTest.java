package io.gatehouse.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.search.InvalidSearchException;
import io.gatehouse.search.Leafing;
import io.gatehouse.search.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of random searches among random runs, while others come and go. */
@DatabaseTest
class RunPagingTest {
    private static final int RUNS = 90;
    private static final int SEARCHES = 30;

    private final RunSearch search;
    private final Runs runs;
    private final RunLog log;
    private final TestRuns some;
    private final RandomRuns made;
    private final TestPeople people;

    RunPagingTest(RunSearch search, Runs runs, RunLog log, TestRuns some, RandomRuns made, TestPeople people) {
        this.search = search;
        this.runs = runs;
        this.log = log;
        this.some = some;
        this.made = made;
        this.people = people;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void pagesPutTogetherAreTheOneLargePageInTheOrderThatWasWished(long seed) {
        Random random = new Random(seed);
        List<RandomRuns.Known> all = made.some(random, RUNS);
        for (int i = 0; i < SEARCHES; i++) {
            RunSearch.Query question = made.question(random);
            List<String> seen = pages(question, 1 + random.nextInt(20), () -> {});

            assertThat(seen)
                    .as("seed %d: %s", seed, question)
                    .isEqualTo(ids(search.find(people.dana(), question).items()))
                    .isEqualTo(made.expected(all, question));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void runsThatComeAndGoBetweenPagesNeitherShiftNorRepeatTheOthers(long seed) {
        Random random = new Random(seed);
        List<RandomRuns.Known> all = new ArrayList<>(made.some(random, RUNS));
        for (int i = 0; i < SEARCHES / 2; i++) {
            RunSearch.Query question = made.question(random);
            List<String> before = made.expected(all, question);
            Set<String> gone = new HashSet<>();
            List<String> seen = pages(question, 1 + random.nextInt(9), () -> {
                if (random.nextInt(2) == 0) {
                    all.add(made.one(random));
                }
                RandomRuns.Known victim = all.get(random.nextInt(all.size()));
                if (random.nextInt(2) == 0 && all.remove(victim)) {
                    runs.delete(people.dana(), victim.id());
                    gone.add(victim.id());
                }
            });

            List<String> untouched =
                    before.stream().filter(id -> !gone.contains(id)).toList();
            assertThat(seen).as("seed %d: %s", seed, question).doesNotHaveDuplicates();
            assertThat(seen.stream().filter(untouched::contains))
                    .as("seed %d: %s", seed, question)
                    .isEqualTo(untouched);
        }
    }

    /** Each of these values is looked at while another page is made; whoever is left alone is found once all the same. */
    @Test
    void aRunWhoseValueChangesIsFoundOnceTwiceOrNotAndTheOthersOnce() {
        long experiment = some.experiment(people.dana());
        List<String> still = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String run = some.run(people.dana(), experiment, 100 + i);
            log.logMetric(people.dana(), run, new Metric("loss", i % 4, 1, 0));
            still.add(run);
        }
        String moving = still.remove(7);
        int[] step = {0};
        List<String> seen = pages(query(experiment, "metrics.loss ASC", 3), 3, () -> {
            step[0]++;
            // Ahead at first, behind later.
            log.logMetric(people.dana(), moving, new Metric("loss", step[0] < 4 ? 10 : -10, 2, step[0]));
        });

        assertThat(seen).containsAll(still);
        assertThat(seen.stream().filter(still::contains)).doesNotHaveDuplicates();
    }

    @Test
    void longParamsAreWalkedThroughThoughNoTokenHoldsThem() {
        long experiment = some.experiment(people.dana());
        List<String> inOrder = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            String run = some.run(people.dana(), experiment, 100 + i);
            String value = "same ".repeat(1_150) + (char) ('a' + i);
            log.logParam(people.dana(), run, new Param("prompt", value));
            inOrder.add(run);
        }
        RunSearch.Query question = query(experiment, "params.prompt", 2);
        List<String> tokens = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        Optional<String> token = Optional.empty();
        do {
            Page<Run> page = search.find(people.dana(), after(question, 2, token));
            seen.addAll(ids(page.items()));
            token = page.next();
            token.ifPresent(tokens::add);
        } while (token.isPresent());

        assertThat(seen).isEqualTo(inOrder);
        assertThat(tokens).hasSize(3).allMatch(each -> each.length() < 200);
    }

    @Test
    void aLongTagThatChangedSaysSoRatherThanLeavingRunsOut() {
        long experiment = some.experiment(people.dana());
        for (int i = 0; i < 3; i++) {
            some.run(people.dana(), experiment, 100 + i, new Tag("note", "n".repeat(4_000) + i));
        }
        RunSearch.Query question = query(experiment, "tags.note", 1);
        Page<Run> first = search.find(people.dana(), question);
        String last = first.items().getFirst().info().id();
        runs.delete(people.dana(), last);

        assertThat(search.find(people.dana(), after(question, 5, first.next())).items())
                .as("a deleted run still says where it stood")
                .hasSize(2);
        log.setTag(people.dana(), last(question, first), new Tag("note", "short"));
        assertThatThrownBy(() -> search.find(people.dana(), after(question, 5, first.next())))
                .isInstanceOf(InvalidSearchException.class)
                .hasMessageContaining("page_token ended with has changed since")
                .hasMessageEndingWith("leave page_token out to start at the first page");
    }

    private String last(RunSearch.Query question, Page<Run> page) {
        String id = page.items().getLast().info().id();
        runs.restore(people.dana(), id);
        return id;
    }

    @Test
    void aValueOfAnotherKindInATokenIsRefused() {
        long experiment = some.experiment(people.dana());
        for (int i = 0; i < 3; i++) {
            some.run(people.dana(), experiment, 100 + i, new Tag("mlflow.runName", "r" + i));
        }
        Optional<String> byName =
                search.find(people.dana(), query(experiment, "run_name", 1)).next();

        for (String order : List.of("metrics.a", "start_time", "params.a DESC")) {
            assertThatThrownBy(() -> search.find(people.dana(), after(query(experiment, order, 1), 1, byName)))
                    .as(order)
                    .hasMessageContaining("page_token belongs to another search");
        }
    }

    @Test
    void anExperimentNamedTwiceOrInAnotherPlaceIsTheSameQuestion() {
        long one = some.experiment(people.dana());
        long other = some.experiment(people.dana());
        Stream.of(one, other, one, other).forEach(experiment -> some.run(people.dana(), experiment, 5));
        RunSearch.Query question = new RunSearch.Query(
                List.of(one, other, one), "", List.of(), LifecycleView.ACTIVE_ONLY, 1, Optional.empty());
        Page<Run> first = search.find(people.dana(), question);
        Page<Run> rest = search.find(
                people.dana(),
                new RunSearch.Query(List.of(other, one), "", List.of(), LifecycleView.ACTIVE_ONLY, 10, first.next()));

        assertThat(Stream.concat(first.items().stream(), rest.items().stream())
                        .map(run -> run.info().id()))
                .hasSize(4)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(Comparator.naturalOrder());
    }

    private RunSearch.Query query(long experiment, String order, int size) {
        return new RunSearch.Query(
                List.of(experiment), "", List.of(order), LifecycleView.ACTIVE_ONLY, size, Optional.empty());
    }

    private static RunSearch.Query after(RunSearch.Query question, int size, Optional<String> token) {
        return new RunSearch.Query(
                question.experimentIds(), question.filter(), question.orderBy(), question.view(), size, token);
    }

    private List<String> pages(RunSearch.Query question, int size, Runnable between) {
        return Leafing.through(
                token -> search.find(people.dana(), after(question, size, token)),
                run -> run.info().id(),
                between);
    }

    private static List<String> ids(List<Run> found) {
        return found.stream().map(run -> run.info().id()).toList();
    }
}
