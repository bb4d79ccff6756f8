package io.gatehouse.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.evaluation.Evaluations;
import io.gatehouse.evaluation.Recomputations;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.lineage.LineageGraph.Edge;
import io.gatehouse.lineage.LineageGraph.Kind;
import io.gatehouse.lineage.LineageGraph.Node;
import io.gatehouse.lineage.Lineages.Direction;
import io.gatehouse.people.NotPermittedException;
import io.gatehouse.promotion.PromotionBench;
import io.gatehouse.promotion.PromotionStory;
import io.gatehouse.registry.RegisteredModels;
import io.gatehouse.risklist.RiskLists;
import io.gatehouse.sentences.Language;
import io.gatehouse.tracking.DatasetInput;
import io.gatehouse.tracking.Experiments;
import io.gatehouse.tracking.RunLog;
import io.gatehouse.tracking.Runs;
import io.gatehouse.tracking.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DatabaseTest
class StoredLineagesTest {
    private final Lineages lineages;
    private final PromotionStory story;
    private final PromotionBench bench;
    private final TestPeople people;
    private final RiskLists lists;
    private final Experiments experiments;
    private final Runs runs;
    private final RunLog log;
    private final RegisteredModels models;
    private final Evaluations evaluations;
    private final Recomputations recomputations;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    Path folder;

    StoredLineagesTest(
            Lineages lineages,
            PromotionStory story,
            PromotionBench bench,
            TestPeople people,
            RiskLists lists,
            Experiments experiments,
            Runs runs,
            RunLog log,
            RegisteredModels models,
            Evaluations evaluations,
            Recomputations recomputations) {
        this.models = models;
        this.evaluations = evaluations;
        this.recomputations = recomputations;
        this.experiments = experiments;
        this.runs = runs;
        this.log = log;
        this.lists = lists;
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

    @Test
    void aRiskListBelongsToTheTimeInUseInWhichItWasMadeAndOneMadeOutsideToItsVersion() {
        PromotionStory.Told told = story.told();
        long now = listed(told.model(), 2);
        long then = story.daysAgo(60, () -> listed(told.model(), 1));
        long outside = listed(told.model(), 1);

        LineageGraph graph = lineages.production(people.vera(), told.model()).orElseThrow();
        assertThat(madeBy(graph, now)).startsWith("tenure/");
        assertThat(graph.nodes()).extracting(Node::title).contains("RL-" + now).doesNotContain("RL-" + then);
        assertThat(graph.sentence().english()).endsWith("and made 1 risk list.");

        LineageGraph first = around("version/" + told.model() + "/1", Direction.DOWN);
        assertThat(madeBy(first, then)).startsWith("tenure/");
        assertThat(madeBy(first, outside)).isEqualTo("version/" + told.model() + "/1");
        assertThat(first.sentence().english()).contains("made 2 risk lists");

        LineageGraph up = around("risk-list/" + then, Direction.UP);
        assertThat(up.nodes())
                .extracting(Node::kind)
                .containsExactly(
                        Kind.DATA,
                        Kind.RUN,
                        Kind.VERSION,
                        Kind.EVIDENCE,
                        Kind.REQUEST,
                        Kind.TENURE,
                        Kind.SCORED_BATCH,
                        Kind.RISK_LIST);
        assertThat(up.nodes()).last().satisfies(list -> {
            assertThat(list.path()).isEqualTo("/risk-lists/RL-" + then);
            assertThat(list.detail()).isEqualTo("2 customers who may leave, as of 18 Nov 2026");
        });
        assertThat(around("risk-list/" + then, Direction.DOWN).nodes()).hasSize(1);
    }

    @Test
    void aScoredPopulationStandsBetweenTheTimeInUseAndItsList() {
        PromotionStory.Told told = story.told();
        long list = listed(told.model(), 2);

        LineageGraph up = around("scored-batch/" + list, Direction.UP);
        assertThat(up.sentence().english())
                .startsWith(
                        "Population of 18 Nov 2026: scored by Version 2, that version trained by run final, on data ");
        assertThat(up.sentence().in(Language.GERMAN))
                .contains(
                        "bewertet von Version 2, diese Version trainiert im Lauf final, auf Daten 0123456789abcdef, vorgeschlagen in PR-")
                .contains(" und im Einsatz seit ")
                .doesNotContain(" and ", "since");
        assertThat(up.nodes()).last().satisfies(batch -> {
            assertThat(batch.kind()).isEqualTo(Kind.SCORED_BATCH);
            assertThat(batch.title()).isEqualTo("Population of 18 Nov 2026");
            assertThat(batch.detail()).startsWith("2 customers (all), file ");
        });
        assertThat(around("scored-batch/" + list, Direction.DOWN).edges())
                .extracting(Edge::verb, Edge::to)
                .containsExactly(tuple("made", "risk-list/" + list));
    }

    @Test
    void whatSomebodyTookAwayIsTheEndOfTheLineAndWhatNobodyTookIsNone() {
        PromotionStory.Told told = story.told();
        long list = listed(told.model(), 2);
        lists.recordRead(people.carl(), list, "opened");
        assertThat(kinds("risk-list/" + list, Direction.DOWN)).containsExactly(Kind.RISK_LIST);

        lists.recordRead(people.carl(), list, "downloaded");
        lists.recordRead(people.carl(), list, "downloaded");

        LineageGraph down = around("risk-list/" + list, Direction.DOWN);
        assertThat(down.nodes()).last().satisfies(report -> {
            assertThat(report.kind()).isEqualTo(Kind.REPORT);
            assertThat(report.title()).isEqualTo("Workbook of RL-" + list);
            assertThat(report.detail()).isEqualTo("taken away 2 times");
        });
        assertThat(kinds("list-workbook/" + list, Direction.UP))
                .startsWith(Kind.DATA, Kind.RUN, Kind.VERSION)
                .endsWith(Kind.TENURE, Kind.SCORED_BATCH, Kind.RISK_LIST, Kind.REPORT);
    }

    @Test
    void aDatasetThatARunLoggedAsItsInputIsDataToo() {
        String digest = UUID.randomUUID().toString().substring(0, 8);
        var candidate = bench.candidate(people.dana(), bench.model(people.dana()), null);
        String run = candidate.run().info().id();
        log.logInputs(
                people.dana(),
                run,
                List.of(new DatasetInput("subscribers", digest, "local", "file", null, null, List.of())),
                List.of());

        assertThat(around("version/" + candidate.model() + "/1", Direction.UP).nodes())
                .filteredOn(node -> node.id().equals("data/" + digest))
                .singleElement()
                .satisfies(data -> {
                    assertThat(data.title()).isEqualTo("subscribers");
                    assertThat(data.detail()).isEqualTo("Dataset, digest " + digest);
                });
        assertThat(kinds("data/" + digest, Direction.DOWN)).containsExactly(Kind.DATA, Kind.RUN, Kind.VERSION);
    }

    @Test
    void dataThatNoVersionWasMadeOfLeadsToTheRunsThatReadIt() {
        String hash = UUID.randomUUID().toString().substring(0, 16);
        long experiment = experiments.create(people.dana(), "on " + hash, "", List.of());
        String run = runs.create(
                        people.dana(),
                        new Runs.NewRun(
                                experiment,
                                "",
                                Optional.of("alone"),
                                OptionalLong.empty(),
                                List.of(new Tag("data_hash", hash))))
                .info()
                .id();

        assertThat(kinds("data/" + hash, Direction.DOWN)).containsExactly(Kind.DATA, Kind.RUN);
        assertThat(kinds("run/" + run, Direction.UP)).containsExactly(Kind.DATA, Kind.RUN);
    }

    @Test
    void anEvidencePackThatWasTakenAwayHangsOnItsEvidenceAndOpensOnTheRequest() {
        PromotionStory.Told told = story.told();
        UUID model = models.find(people.dana(), told.model()).orThrow().id();
        Evaluation judged = evaluations.of(people.dana(), model, 2).getFirst();
        String pack = "evidence-pack/" + judged.number();
        assertThat(lineages.around(people.vera(), pack, Direction.BOTH)).isEmpty();

        recomputations.recordTaken(
                people.priya(), recomputations.pack(people.priya(), judged.id()).orElseThrow());

        assertThat(around(pack, Direction.UP).nodes()).last().satisfies(report -> {
            assertThat(report.title()).isEqualTo("Evidence pack of EV-" + judged.number());
            assertThat(report.detail()).isEqualTo("taken away once");
            assertThat(report.path()).isEqualTo("/promotions/PR-" + told.second());
        });
    }

    private LineageGraph around(String node, Direction direction) {
        return lineages.around(people.vera(), node, direction).orElseThrow();
    }

    private static String madeBy(LineageGraph graph, long list) {
        return graph.edges().stream()
                .filter(edge -> edge.to().equals("scored-batch/" + list))
                .map(Edge::from)
                .collect(Collectors.joining(" and "));
    }

    /** A list of two customers. @return its number */
    private long listed(String model, int version) {
        try {
            Path table = Files.writeString(
                    folder.resolve(UUID.randomUUID() + ".csv"),
                    "id,score,tickets,contrib_tickets,contrib_bias\na,0.5,3,0,0\nb,0.5,2,0,0\n");
            RiskLists.Posted posted = lists.post(
                    people.dana(),
                    new RiskLists.BatchDescription(
                            model, version, LocalDate.of(2026, 11, 18), 0.2, "all", null, null, null, List.of()),
                    table);
            return assertThat(posted)
                    .asInstanceOf(type(RiskLists.Posted.Listed.class))
                    .actual()
                    .header()
                    .number();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
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
                "scored-batch/999999",
                "list-workbook/x",
                "evidence-pack/999999",
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
