package io.gatehouse.loggedmodels;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.loggedmodels.LoggedModelSearch.Query;
import io.gatehouse.loggedmodels.LoggedModelSearch.Wish;
import io.gatehouse.search.Leafing;
import io.gatehouse.search.Page;
import io.gatehouse.tracking.Metric;
import io.gatehouse.tracking.RunLog;
import io.gatehouse.tracking.TestRuns;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DatabaseTest
class LoggedModelPagingTest {
    private static final double[] VALUES = {0.5, 0.5, Double.NaN, -3, 1e300};

    private final LoggedModels models;
    private final LoggedModelSearch search;
    private final RunLog log;
    private final TestRuns some;
    private final TestPeople people;

    LoggedModelPagingTest(LoggedModels models, LoggedModelSearch search, RunLog log, TestRuns some, TestPeople people) {
        this.models = models;
        this.search = search;
        this.log = log;
        this.some = some;
        this.people = people;
    }

    @ParameterizedTest
    @CsvSource({
        "'', false, 1, 1",
        "'', false, 3, 2",
        "name, true, 2, 2",
        "model_type, false, 1, 2",
        "source_run_id, true, 2, 1",
        "creation_timestamp, true, 3, 2",
        "status, true, 2, 3",
        "metrics.auc, true, 1, 1",
        "metrics.auc, false, 2, 2",
    })
    void modelsThatComeAndGoNeitherShiftNorRepeatTheOthers(String field, boolean ascending, int size, int places) {
        Random random = new Random(size);
        List<Long> experiments = IntStream.range(0, places)
                .mapToObj(i -> some.experiment(people.dana()))
                .toList();
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            all.add(model(experiments, random));
        }
        List<Wish> wishes = field.isEmpty() ? List.of() : List.of(new Wish(field, ascending, Optional.empty()));
        List<String> before =
                Leafing.through(token -> page(experiments, wishes, 1_000, token), LoggedModel::id, () -> {});
        assertThat(before).containsExactlyInAnyOrderElementsOf(all);
        assertThat(Leafing.through(token -> page(experiments, wishes, size, token), LoggedModel::id, () -> {}))
                .isEqualTo(before);

        Set<String> gone = new HashSet<>();
        List<String> seen = Leafing.through(token -> page(experiments, wishes, size, token), LoggedModel::id, () -> {
            model(experiments, random);
            String victim = all.remove(random.nextInt(all.size()));
            models.delete(people.dana(), victim).orThrow();
            gone.add(victim);
        });

        List<String> untouched =
                before.stream().filter(id -> !gone.contains(id)).toList();
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen.stream().filter(untouched::contains)).isEqualTo(untouched);
    }

    private String model(List<Long> experiments, Random random) {
        long experiment = experiments.get(random.nextInt(experiments.size()));
        String run = random.nextInt(3) == 0 ? null : some.run(people.dana(), experiment, 1);
        String id = models.create(
                        people.dana(),
                        new NewLoggedModel(
                                Long.toString(experiment),
                                "m" + random.nextInt(3),
                                "type" + random.nextInt(2),
                                run,
                                Map.of(),
                                Map.of()))
                .orThrow()
                .id();
        if (run != null && random.nextInt(4) > 0) {
            double value = VALUES[random.nextInt(VALUES.length)];
            log.logMetric(people.dana(), run, new Metric("auc", value, 1, 0, new Metric.Subject(id, null, null)));
        }
        return id;
    }

    private Page<LoggedModel> page(List<Long> experiments, List<Wish> wishes, int size, Optional<String> token) {
        List<String> ids = experiments.stream().map(String::valueOf).toList();
        return search.find(people.vera(), new Query(ids, "", List.of(), wishes, size, token));
    }
}
