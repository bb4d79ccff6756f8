package io.gatehouse.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gatehouse.finding.Finder.Everything;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.people.Actor;
import io.gatehouse.promotion.PromotionBench;
import io.gatehouse.promotion.RequestState;
import io.gatehouse.tracking.Experiments;
import io.gatehouse.tracking.TestRuns;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

@DatabaseTest
class FinderTest {
    private final Finder finder;
    private final PromotionBench bench;
    private final Experiments experiments;
    private final TestRuns runs;
    private final TestPeople people;
    private final JdbcTemplate jdbc;
    private final String word = "Äther" + UUID.randomUUID().toString().substring(0, 8);

    FinderTest(
            Finder finder,
            PromotionBench bench,
            Experiments experiments,
            TestRuns runs,
            TestPeople people,
            JdbcTemplate jdbc) {
        this.finder = finder;
        this.bench = bench;
        this.experiments = experiments;
        this.runs = runs;
        this.people = people;
        this.jdbc = jdbc;
    }

    @Test
    void experimentsAreFoundByAnyPartOfTheirNamesInAnyCaseAndThoseThatBeginSoComeFirst() {
        experiment("churn of " + word);
        experiment(word + " churn");
        long binned = experiment(word + " in the bin");
        experiments.delete(people.dana(), binned);

        assertThat(find(people.dana(), word.toUpperCase(Locale.ROOT))
                        .experiments()
                        .items())
                .extracting(Found.Experiment::name)
                .containsExactly(word + " churn", "churn of " + word);
    }

    @Test
    void noLetterStandsForOthers() {
        experiment(word + "_100%");
        experiment(word + "x1000");

        assertThat(find(people.dana(), word + "_100%").experiments().items()).hasSize(1);
        assertThat(find(people.dana(), word + "%").experiments().items()).isEmpty();
    }

    @Test
    void asManyAreShownAsAskedForAndWhetherThereAreMore() {
        List.of("a", "b", "c").forEach(end -> experiment(word + end));

        Findings<Found.Experiment> two = finder.find(people.dana(), word, 2).experiments();
        assertThat(two.items()).hasSize(2);
        assertThat(two.more()).isTrue();
        assertThat(finder.find(people.dana(), word, 3).experiments().more()).isFalse();
    }

    @Test
    void aRunIsFoundByHowItsIdBegins() {
        String run = runs.run(people.dana());

        assertThat(find(people.vera(), run.substring(0, 12).toUpperCase(Locale.ROOT))
                        .runs()
                        .items())
                .extracting(Found.Run::id)
                .containsExactly(run);
        assertThat(find(people.vera(), run).runs().items()).hasSize(1);
        assertThat(find(people.vera(), run + "0").runs().items()).isEmpty();
        assertThat(find(people.vera(), run.substring(0, 3)).runs().items())
                .as("too short to mean one")
                .isEmpty();
    }

    @Test
    void runsAreFoundByHowTheirNamesBeginInAnyCaseAndOfOneNameTheNewestFirst() {
        String older = runs.named(people.dana(), word + " trial", 1_000);
        String newer = runs.named(people.dana(), word + " TRIAL", 2_000);
        runs.named(people.dana(), "another " + word, 3_000);

        assertThat(find(people.vera(), word.toUpperCase(Locale.ROOT)).runs().items())
                .extracting(Found.Run::id)
                .containsExactly(newer, older);
        assertThat(find(people.vera(), word + "_trial").runs().items()).isEmpty();
        assertThat(find(people.carl(), word).runs().items())
                .as("runs are not for everybody")
                .isEmpty();
    }

    @Test
    void aRunIsFoundByItsNewNameAndNoLongerByTheOldAndInTheBinByNone() {
        String run = runs.named(people.dana(), word + " before", 1_000);
        runs.rename(people.dana(), run, word.toLowerCase(Locale.ROOT) + "x after");

        assertThat(find(people.dana(), word + " before").runs().items()).isEmpty();
        assertThat(find(people.dana(), word + "X AF").runs().items())
                .extracting(Found.Run::id)
                .containsExactly(run);
        runs.delete(people.dana(), run);
        assertThat(find(people.dana(), word + "x af").runs().items()).isEmpty();
    }

    @Test
    void aRunWithANameOfManyPagesIsFoundByAllOfItThatIsLookedFor() {
        String longName = word + "-" + "x".repeat(10_000);
        String run = runs.named(people.dana(), longName, 1_000);

        assertThat(find(people.dana(), longName.substring(0, 200)).runs().items())
                .extracting(Found.Run::id)
                .containsExactly(run);
        assertThat(find(people.dana(), longName.substring(0, 200) + "y").runs().items())
                .isEmpty();
    }

    @Test
    void modelsAndTheirRequestsAreFoundByNameAndARequestByItsNumber() {
        String model = bench.model(people.dana());
        long number = bench.ask(people.dana(), bench.candidate(people.dana(), model, null));

        Everything found = find(people.priya(), model.substring(2));
        assertThat(found.models().items()).extracting(Found.Model::name).containsExactly(model);
        assertThat(found.requests().items()).singleElement().satisfies(request -> {
            assertThat(request.number()).isEqualTo(number);
            assertThat(request.model()).isEqualTo(model);
            assertThat(request.state()).isEqualTo(RequestState.EVALUATING);
        });
        for (String words : List.of("PR-" + number, "pr-" + number, "PR" + number, " " + number + " ")) {
            assertThat(find(people.priya(), words).requests().items())
                    .as(words)
                    .extracting(Found.Request::number)
                    .containsExactly(number);
        }
        assertThat(find(people.priya(), "RL-" + number).requests().items()).isEmpty();
    }

    @Test
    void aRiskListIsFoundByItsNumberAndByItsModel() {
        String model = bench.model(people.dana());
        long number = 900_000_000L + Math.floorMod(word.hashCode(), 1_000_000);
        list(model, number);

        assertThat(find(people.carl(), "RL-" + number).lists().items())
                .extracting(Found.RiskList::model)
                .containsExactly(model);
        assertThat(find(people.carl(), model).lists().items())
                .extracting(Found.RiskList::number)
                .containsExactly(number);
    }

    @Test
    void aCustomerIsLookedForOnTheNewestListOfAModelUnlessSomethingElseIsCalledSo() {
        String model = bench.model(people.dana());
        long number = 910_000_000L + Math.floorMod(word.hashCode(), 1_000_000);
        list(model, number);
        list(model, number + 1);

        assertThat(finder.find(people.carl(), "S-" + word + "1", 1_000)
                        .customersOn()
                        .items())
                .extracting(Found.RiskList::number)
                .contains(number + 1)
                .doesNotContain(number);
        assertThat(find(people.carl(), model).customersOn().items()).isEmpty();
        assertThat(find(people.carl(), "somebody").customersOn().items()).isEmpty();
        assertThat(find(people.carl(), "RL-999999999").customersOn().items()).isEmpty();
        assertThat(find(people.vera(), "S-" + word + "1").customersOn().items()).isEmpty();
    }

    @Test
    void aCustomerIsLookedForOnTheNewestListOfEachPopulationHoweverManyOthersWerePostedSince() {
        String model = bench.model(people.dana());
        long number = 920_000_000L + 1_000L * Math.floorMod(word.hashCode(), 10_000);
        list(model, "prepaid", number);
        list(model, "postpaid", number + 1);
        String busy = bench.model(people.dana());
        LongStream.range(2, 250).forEach(next -> list(busy, "settled", number + next));

        assertThat(finder.find(people.carl(), "S-" + word + "1", 1_000)
                        .customersOn()
                        .items())
                .filteredOn(list -> list.model().equals(model) || list.model().equals(busy))
                .extracting(Found.RiskList::population, Found.RiskList::number)
                .containsExactly(
                        tuple("settled", number + 249), tuple("postpaid", number + 1), tuple("prepaid", number));
    }

    private void list(String model, long number) {
        list(model, "settled subscribers", number);
    }

    private void list(String model, String population, long number) {
        UUID id = jdbc.queryForObject("select id from registered_model where name = ?", UUID.class, model);
        jdbc.update("""
                insert into risk_list (id, number, model_id, version, was_champion, as_of, population, threshold, scored, listed, currency,
                                       joined, left_since, segment_names, file_sha256, posted_by, posted_at)
                select ?, ?, ?, 1, true, date '2026-11-16', ?, 0.2, 10, 1, 'USD', 0, 0, '[]', ?, id, created_at
                from person where username = 'dana'""", UUID.randomUUID(), number, id, population, "0".repeat(64));
    }

    @Test
    void whatSomebodyMayNotReadIsNotFound() {
        String model = bench.model(people.dana());
        long number = bench.ask(people.dana(), bench.candidate(people.dana(), model, null));
        experiment(word);

        assertThat(find(people.adam(), model).models().items()).isEmpty();
        assertThat(find(people.carl(), "PR-" + number).requests().items()).isEmpty();
        assertThat(find(people.carl(), word).experiments().items()).isEmpty();
        assertThat(find(people.vera(), "RL-1").lists().items()).isEmpty();
    }

    @Test
    void oddWordsFindNothingAndBreakNothing() {
        for (String words :
                List.of("", "  ", "\0", "'; drop table run; --", "9".repeat(18), "\\", "a".repeat(10_000), "😀")) {
            assertThat(find(people.dana(), words).models().items()).as(words).isEmpty();
        }
    }

    private long experiment(String name) {
        return experiments.create(people.dana(), name, "", List.of());
    }

    private Everything find(Actor actor, String words) {
        return finder.find(actor, words, 10);
    }
}
