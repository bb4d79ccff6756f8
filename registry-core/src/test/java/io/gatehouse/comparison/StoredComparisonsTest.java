package io.gatehouse.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.comparison.Comparison.Kind;
import io.gatehouse.comparison.Comparison.Subject;
import io.gatehouse.comparison.Comparisons.Result;
import io.gatehouse.comparison.Comparisons.VersionRef;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.people.NotPermittedException;
import io.gatehouse.promotion.PromotionBench;
import io.gatehouse.promotion.PromotionStory;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@DatabaseTest
class StoredComparisonsTest {
    private final Comparisons comparisons;
    private final PromotionStory story;
    private final PromotionBench bench;
    private final TestPeople people;

    StoredComparisonsTest(Comparisons comparisons, PromotionStory story, PromotionBench bench, TestPeople people) {
        this.comparisons = comparisons;
        this.story = story;
        this.bench = bench;
        this.people = people;
    }

    @Test
    void theUsualComparisonIsOfTheChampionTheOneBeforeAndTheCandidate() {
        String model = story.told().model();

        List<VersionRef> usual = comparisons.usual(people.vera(), model);

        assertThat(usual).extracting(VersionRef::version).containsExactly(2, 1, 3);
        Comparison comparison = compared(usual);
        assertThat(comparison.subjects().getFirst().label()).isEqualTo("champion");
        assertThat(comparison.subjects().get(1).label()).startsWith("champion until ");
        assertThat(comparison.subjects().getLast().label()).isEqualTo("candidate");
        assertThat(comparison.subjects()).extracting(Subject::runId).doesNotContainNull();
        assertThat(comparison.groups()).extracting(Comparison.Group::kind).containsExactly(Kind.values());
        assertThat(comparison.groups())
                .filteredOn(group -> group.kind() != Kind.METRICS)
                .allSatisfy(group -> assertThat(group.rows()).isNotEmpty());
        assertThat(comparison.summary()).hasSize(3);
    }

    @Test
    void aModelWithoutChampionShowsItsNewestVersionAndAnUnknownModelNone() {
        String model = bench.model(people.dana());
        bench.candidate(people.dana(), model, null);
        bench.candidate(people.dana(), model, null);

        assertThat(comparisons.usual(people.vera(), model)).containsExactly(new VersionRef(model, 2));
        assertThat(comparisons.usual(people.vera(), "nobody's")).isEmpty();
        assertThat(comparisons.versions(people.vera(), List.of("nobody's", model)))
                .containsExactly(new VersionRef(model, 2), new VersionRef(model, 1));
        assertThat(compared(List.of(new VersionRef(model, 2))).warnings()).hasSize(1);
    }

    @Test
    void whatCannotBeComparedIsSaid() {
        List<VersionRef> many = IntStream.range(0, 6)
                .mapToObj(number -> new VersionRef("m", number))
                .toList();

        assertThat(refused(many)).isEqualTo("6 versions were chosen, but at most 5 fit side by side. Take some out.");
        assertThat(refused(List.of())).isEqualTo("Choose at least one version to compare.");
        assertThat(refused(List.of(new VersionRef("m", 9))))
                .isEqualTo("Version 9 of model m is not known. Choose a version from the page of its model.");
    }

    @Test
    void onlyThoseWhoMayReadModelsCompare() {
        assertThatThrownBy(() -> comparisons.usual(people.adam(), "m")).isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> comparisons.compare(people.adam(), List.of()))
                .isInstanceOf(NotPermittedException.class);
    }

    private Comparison compared(List<VersionRef> versions) {
        return ((Result.Compared) comparisons.compare(people.vera(), versions)).comparison();
    }

    private String refused(List<VersionRef> versions) {
        return ((Result.Refused) comparisons.compare(people.vera(), versions))
                .sentence()
                .english();
    }
}
