package io.gatehouse.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.lineage.LineageGraph.Edge;
import io.gatehouse.lineage.LineageGraph.Kind;
import io.gatehouse.lineage.LineageGraph.Node;
import io.gatehouse.lineage.Lineages.Direction;
import io.gatehouse.people.NotPermittedException;
import io.gatehouse.promotion.PromotionBench;
import io.gatehouse.promotion.PromotionStory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Import;

@DatabaseTest
@Import({PromotionBench.class, PromotionStory.class})
class StoredLineagesTest {
    private final Lineages lineages;
    private final PromotionStory story;
    private final PromotionBench bench;
    private final TestPeople people;

    StoredLineagesTest(Lineages lineages, PromotionStory story, PromotionBench bench, TestPeople people) {
        this.lineages = lineages;
        this.story = story;
        this.bench = bench;
        this.people = people;
    }

    @Test
    void productionLeadsFromTheDataToTheTimeInUse() {
        PromotionStory.Told told = story.told();

        LineageGraph graph = lineages.production(people.vera(), told.model()).orElseThrow();

        assertThat(graph.focus()).isEqualTo("version/" + told.model() + "/2");
        assertThat(graph.nodes())
                .extracting(Node::kind)
                .containsExactly(Kind.DATA, Kind.RUN, Kind.VERSION, Kind.EVIDENCE, Kind.REQUEST, Kind.TENURE);
        assertThat(graph.edges())
                .extracting(Edge::verb)
                .containsExactly("was read by", "trained", "was judged on", "supports", "put into use");
        assertThat(graph.nodes())
                .filteredOn(node -> node.kind() == Kind.REQUEST)
                .extracting(Node::path)
                .containsExactly("/promotions/PR-" + told.second());
        assertThat(graph.sentence().english())
                .startsWith("Version 2: trained by run final, on data 0123456789abcdef, proposed in PR-" + told.second()
                        + " and in use since ");
    }

    @Test
    void upShowsWhatItCameFromAndDownWhatCameOfIt() {
        PromotionStory.Told told = story.told();
        String version = "version/" + told.model() + "/1";

        assertThat(kinds(version, Direction.UP)).containsExactly(Kind.DATA, Kind.RUN, Kind.VERSION);
        assertThat(kinds(version, Direction.DOWN))
                .containsExactly(Kind.VERSION, Kind.EVIDENCE, Kind.REQUEST, Kind.TENURE);
        assertThat(kinds("run/" + told.one().run().info().id(), Direction.UP)).containsExactly(Kind.DATA, Kind.RUN);
        assertThat(kinds("request/" + told.first(), Direction.UP))
                .containsExactly(Kind.DATA, Kind.RUN, Kind.VERSION, Kind.EVIDENCE, Kind.REQUEST);
    }

    @Test
    void everyNodeCanBeAskedAboutByItsId() {
        PromotionStory.Told told = story.told();

        List<Node> nodes =
                lineages.production(people.vera(), told.model()).orElseThrow().nodes();

        assertThat(nodes)
                .allSatisfy(node -> assertThat(lineages.around(people.vera(), node.id(), Direction.BOTH)
                                .orElseThrow()
                                .nodes())
                        .contains(node));
    }

    @Test
    void aRunThatNoVersionCameFromStandsWithItsData() {
        var candidate = bench.candidate(people.dana(), bench.model(people.dana()), null);

        assertThat(kinds("version/" + candidate.model() + "/1", Direction.DOWN)).containsExactly(Kind.VERSION);
        assertThat(lineages.production(people.vera(), candidate.model())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "version/nobody's/1",
                "version/nobody's",
                "version/m/one",
                "run/0",
                "data/none",
                "evidence/none",
                "request/x",
                "request/999999",
                "risk-list/999999",
                "tenure/1"
            })
    void whatThereIsNotHasNoLineage(String node) {
        assertThat(lineages.around(people.vera(), node, Direction.BOTH)).isEmpty();
    }

    @Test
    void onlyThoseWhoMayReadModelsReadLineage() {
        assertThatThrownBy(() -> lineages.production(people.adam(), "m")).isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> lineages.around(people.adam(), "run/1", Direction.UP))
                .isInstanceOf(NotPermittedException.class);
    }

    private List<Kind> kinds(String node, Direction direction) {
        return lineages.around(people.vera(), node, direction).orElseThrow().nodes().stream()
                .map(Node::kind)
                .toList();
    }
}
