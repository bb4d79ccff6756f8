package io.gatehouse.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.ids.Ids;
import io.gatehouse.search.InvalidSearchException;
import io.gatehouse.search.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Import;

@DatabaseTest
@Import(TestDoor.class)
class RegistrySearchTest {
    private final RegistrySearch search;
    private final RegisteredModels models;
    private final ModelVersions versions;
    private final RegistryBench bench;
    private final TestPeople people;
    private final String prefix;

    RegistrySearchTest(
            RegistrySearch search,
            RegisteredModels models,
            ModelVersions versions,
            RegistryBench bench,
            TestPeople people,
            Ids ids) {
        this.search = search;
        this.models = models;
        this.versions = versions;
        this.bench = bench;
        this.people = people;
        this.prefix = ids.hex32();
    }

    @Test
    void modelsComeByNameInBytesNotInTheOrderOfALanguage() {
        for (String name : List.of("b", "A", "a-1", "Z", "é")) {
            models.create(people.dana(), prefix + name, null, Map.of()).orThrow();
        }

        assertThat(namesOf("name LIKE '" + prefix + "%'", List.of())).containsExactly("A", "Z", "a-1", "b", "é");
        assertThat(namesOf("name ILIKE '" + prefix + "%Z'", List.of("name DESC")))
                .containsExactly("Z");
    }

    @Test
    void promptsAreFoundOnlyByWhoeverAsksForThem() {
        models.create(people.dana(), prefix + "model", null, Map.of("team", "x"))
                .orThrow();
        models.create(people.dana(), prefix + "prompt", null, Map.of("mlflow.prompt.is_prompt", "true"))
                .orThrow();
        String ours = "name LIKE '" + prefix + "%'";

        assertThat(namesOf(ours, List.of())).containsExactly("model");
        assertThat(namesOf(ours + " AND tag.`mlflow.prompt.is_prompt` != 'true'", List.of()))
                .containsExactly("model");
        assertThat(namesOf(ours + " AND tags.`mlflow.prompt.is_prompt` = 'true'", List.of()))
                .containsExactly("prompt");
        assertThat(namesOf(ours + " AND tags.team = 'x'", List.of())).containsExactly("model");
        assertThat(namesOf(ours + " AND tags.team IS NULL", List.of())).isEmpty();
    }

    @Test
    void pagesHoldEveryModelOnce() {
        for (int i = 0; i < 5; i++) {
            models.create(people.dana(), prefix + i, null, Map.of()).orThrow();
        }
        List<String> seen = new ArrayList<>();
        Optional<String> token = Optional.empty();
        do {
            Page<RegisteredModel> page = search.models(
                    people.vera(),
                    new RegistrySearch.Query("name LIKE '" + prefix + "%'", List.of("name DESC"), 2, token));
            page.items().forEach(model -> seen.add(model.name().substring(prefix.length())));
            token = page.next();
        } while (token.isPresent());

        assertThat(seen).containsExactly("4", "3", "2", "1", "0");
    }

    @Test
    void versionsAreFoundByModelRunSourceNumberAndTag() {
        RegisteredModel model = bench.model(people.dana());
        String run = "a".repeat(32);
        for (int i = 1; i <= 3; i++) {
            versions.create(
                            people.dana(),
                            new NewVersion(model.name(), "s3://b/" + i, run, "", null, null, Map.of("k" + i, "v")))
                    .orThrow();
        }
        versions.delete(people.dana(), model.name(), 3).orThrow();
        String ours = "name = '" + model.name() + "'";

        assertThat(numbersOf(ours, List.of("version_number ASC"))).containsExactly(1, 2);
        assertThat(numbersOf(ours, List.of())).containsExactly(2, 1);
        assertThat(numbersOf(ours + " AND run_id IN ('x', '" + run + "')", List.of()))
                .hasSize(2);
        assertThat(numbersOf(ours + " AND source_path LIKE '%/2'", List.of())).containsExactly(2);
        assertThat(numbersOf(ours + " AND version_number < '2'", List.of())).containsExactly(1);
        assertThat(numbersOf(ours + " AND tag.k1 = 'v'", List.of())).containsExactly(1);
        assertThat(numbersOf(ours + " AND tag.k3 = 'v'", List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"creation_timestamp", "tags.x", "nothing", "name SIDEWAYS", "", "name ASC, name DESC"})
    void anOrderThatMakesNoSenseIsRefused(String orderBy) {
        assertThatThrownBy(() -> search.models(
                        people.vera(), new RegistrySearch.Query("", List.of(orderBy), 10, Optional.empty())))
                .isInstanceOf(InvalidSearchException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1001})
    void aPageHasOneToAThousandModels(int size) {
        assertThatThrownBy(() ->
                        search.models(people.vera(), new RegistrySearch.Query("", List.of(), size, Optional.empty())))
                .isInstanceOf(InvalidSearchException.class)
                .hasMessageContaining("Invalid value " + size + " for parameter 'max_results' supplied");
    }

    private List<String> namesOf(String filter, List<String> orderBy) {
        return search
                .models(people.vera(), new RegistrySearch.Query(filter, orderBy, 100, Optional.empty()))
                .items()
                .stream()
                .map(model -> model.name().substring(prefix.length()))
                .toList();
    }

    private List<Integer> numbersOf(String filter, List<String> orderBy) {
        return search
                .versions(people.vera(), new RegistrySearch.Query(filter, orderBy, 100, Optional.empty()))
                .items()
                .stream()
                .map(ModelVersion::version)
                .toList();
    }
}
