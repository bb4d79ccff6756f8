package io.gatehouse.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.ids.Ids;
import io.gatehouse.search.Leafing;
import io.gatehouse.search.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DatabaseTest
class ExperimentPagingTest {
    private static final String LONGEST = "é".repeat(400);

    private final ExperimentSearch search;
    private final Experiments experiments;
    private final TestPeople people;
    private final String prefix;

    ExperimentPagingTest(ExperimentSearch search, Experiments experiments, TestPeople people, Ids ids) {
        this.search = search;
        this.experiments = experiments;
        this.people = people;
        this.prefix = ids.hex32();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1",
        "name ASC, 2",
        "name DESC, 3",
        "creation_time ASC, 2",
        "last_update_time DESC, 1",
        "experiment_id DESC, 4"
    })
    void experimentsThatComeAndGoNeitherShiftNorRepeatTheOthers(String order, int size) {
        Random random = new Random(size);
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            all.add(make(random));
        }
        List<String> orders = order.isEmpty() ? List.of() : List.of(order);
        List<Long> before = ids(page(orders, 1_000, Optional.empty()));
        assertThat(before).containsExactlyInAnyOrderElementsOf(all);
        assertThat(Leafing.through(token -> page(orders, size, token), Experiment::id, () -> {}))
                .isEqualTo(before);

        Set<Long> gone = new HashSet<>();
        List<Long> seen = Leafing.through(token -> page(orders, size, token), Experiment::id, () -> {
            make(random);
            Long victim = all.remove(random.nextInt(all.size()));
            experiments.delete(people.dana(), victim);
            gone.add(victim);
        });

        List<Long> untouched = before.stream().filter(id -> !gone.contains(id)).toList();
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen.stream().filter(untouched::contains)).isEqualTo(untouched);
    }

    private long make(Random random) {
        String tail = random.nextInt(4) == 0 ? LONGEST : "";
        return experiments.create(
                people.dana(), prefix + "Aaé".charAt(random.nextInt(3)) + random.nextLong() + tail, "", List.of());
    }

    private Page<Experiment> page(List<String> orders, int size, Optional<String> token) {
        return search.find(
                people.vera(),
                new ExperimentSearch.Query(
                        "name LIKE '" + prefix + "%'", orders, LifecycleView.ACTIVE_ONLY, size, token));
    }

    private static List<Long> ids(Page<Experiment> page) {
        return page.items().stream().map(Experiment::id).toList();
    }
}
