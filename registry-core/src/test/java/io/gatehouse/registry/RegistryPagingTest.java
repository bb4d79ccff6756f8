package io.gatehouse.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.ids.Ids;
import io.gatehouse.search.Leafing;
import io.gatehouse.search.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Import;

@DatabaseTest
@Import(TestDoor.class)
class RegistryPagingTest {
    private final RegistrySearch search;
    private final RegisteredModels models;
    private final ModelVersions versions;
    private final TestPeople people;
    private final String prefix;

    RegistryPagingTest(
            RegistrySearch search, RegisteredModels models, ModelVersions versions, TestPeople people, Ids ids) {
        this.search = search;
        this.models = models;
        this.versions = versions;
        this.people = people;
        this.prefix = ids.hex32();
    }

    @ParameterizedTest
    @CsvSource({"'', 1", "name ASC, 2", "name DESC, 3", "timestamp ASC, 1", "last_updated_timestamp DESC, 4"})
    void modelsThatComeAndGoNeitherShiftNorRepeatTheOthers(String order, int size) {
        Random random = new Random(size);
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            all.add(model(random));
        }
        List<String> orders = order.isEmpty() ? List.of() : List.of(order);
        List<String> before = Leafing.through(token -> models(orders, 1_000, token), RegisteredModel::name, () -> {});
        assertThat(before).containsExactlyInAnyOrderElementsOf(all);
        assertThat(Leafing.through(token -> models(orders, size, token), RegisteredModel::name, () -> {}))
                .isEqualTo(before);

        Set<String> gone = new HashSet<>();
        List<String> seen = Leafing.through(token -> models(orders, size, token), RegisteredModel::name, () -> {
            model(random);
            String victim = all.remove(random.nextInt(all.size()));
            models.delete(people.dana(), victim).orThrow();
            gone.add(victim);
        });

        List<String> untouched =
                before.stream().filter(name -> !gone.contains(name)).toList();
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen.stream().filter(untouched::contains)).isEqualTo(untouched);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1",
        "version_number ASC, 2",
        "name DESC, 3",
        "creation_timestamp ASC, 1",
        "last_updated_timestamp ASC, 4",
        "version_number DESC, 2"
    })
    void versionsThatComeAndGoNeitherShiftNorRepeatTheOthers(String order, int size) {
        Random random = new Random(size);
        List<String> names = List.of(model(random), model(random), model(random));
        List<Known> all = new ArrayList<>();
        for (int i = 0; i < 18; i++) {
            all.add(version(names.get(i % 3)));
        }
        List<String> orders = order.isEmpty() ? List.of() : List.of(order);
        List<Known> before = Leafing.through(token -> versions(orders, 1_000, token), Known::of, () -> {});
        assertThat(before).containsExactlyInAnyOrderElementsOf(all);
        assertThat(Leafing.through(token -> versions(orders, size, token), Known::of, () -> {}))
                .isEqualTo(before);

        Set<Known> gone = new HashSet<>();
        List<Known> seen = Leafing.through(token -> versions(orders, size, token), Known::of, () -> {
            version(names.get(random.nextInt(3)));
            Known victim = all.remove(random.nextInt(all.size()));
            versions.delete(people.dana(), victim.model, victim.number).orThrow();
            gone.add(victim);
        });

        List<Known> untouched =
                before.stream().filter(each -> !gone.contains(each)).toList();
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen.stream().filter(untouched::contains)).isEqualTo(untouched);
    }

    private record Known(String model, int number) {
        static Known of(ModelVersion version) {
            return new Known(version.model(), version.version());
        }
    }

    private String model(Random random) {
        String name = prefix + "Aaé".charAt(random.nextInt(3)) + random.nextLong();
        models.create(people.dana(), name, null, Map.of()).orThrow();
        return name;
    }

    private Known version(String model) {
        return Known.of(
                versions.create(people.dana(), new NewVersion(model, "s3://b/x", null, "", null, null, Map.of()))
                        .orThrow());
    }

    private Page<RegisteredModel> models(List<String> orders, int size, Optional<String> token) {
        return search.models(
                people.vera(), new RegistrySearch.Query("name LIKE '" + prefix + "%'", orders, size, token));
    }

    private Page<ModelVersion> versions(List<String> orders, int size, Optional<String> token) {
        return search.versions(
                people.vera(), new RegistrySearch.Query("name LIKE '" + prefix + "%'", orders, size, token));
    }
}
