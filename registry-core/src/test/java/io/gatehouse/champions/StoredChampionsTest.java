package io.gatehouse.champions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.champions.ChampionSummary.Health;
import io.gatehouse.checks.CheckName;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.HouseClock;
import io.gatehouse.house.TestPeople;
import io.gatehouse.people.Actor;
import io.gatehouse.people.NotPermittedException;
import io.gatehouse.promotion.PromotionBench;
import io.gatehouse.promotion.PromotionRow;
import io.gatehouse.promotion.PromotionStory;
import io.gatehouse.promotion.TestPredictions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@DatabaseTest
class StoredChampionsTest {
    private final Champions champions;
    private final PromotionStory story;
    private final PromotionBench bench;
    private final TestPeople people;
    private final HouseClock clock;

    StoredChampionsTest(
            Champions champions, PromotionStory story, PromotionBench bench, TestPeople people, HouseClock clock) {
        this.champions = champions;
        this.story = story;
        this.bench = bench;
        this.people = people;
        this.clock = clock;
    }

    @Test
    void aSummarySaysWhoPutWhichVersionThereAndHowItDoes() {
        PromotionStory.Told told = story.told();

        ChampionSummary summary = summary(people.vera(), told.model());

        assertThat(summary.version()).isEqualTo(2);
        assertThat(summary.health()).isEqualTo(Health.ON_TRACK);
        assertThat(summary.verdict().english()).contains("of every 100 customers who leave");
        assertThat(summary.requestedBy()).isEqualTo("Dana Ortiz");
        assertThat(summary.approvedBy()).containsExactly("Priya Shah");
        assertThat(summary.requestNumber()).isEqualTo(told.second());
        assertThat(summary.policy()).startsWith("human-reviewed v");
        assertThat(summary.netPerMonth())
                .isNotNull()
                .satisfies(range -> assertThat(range.likely().amount())
                        .isBetween(range.low().amount(), range.high().amount()));
        assertThat(summary.fairness())
                .isNotNull()
                .satisfies(fairness -> assertThat(fairness.allowedFrom()).isEqualTo(0.8));
        assertThat(summary.before())
                .isNotNull()
                .satisfies(before -> assertThat(before.version()).isEqualTo(1));
        assertThat(summary.openRequests()).isEqualTo(1);
        assertThat(summary.candidates()).isEqualTo(1);
    }

    @Test
    void oldFiguresAskForAnotherLookAndComeFirst() {
        String fresh = story.told().model();
        String old = bench.model(people.dana());
        story.daysAgo(100, () -> {
            var candidate = bench.candidate(people.dana(), old, TestPredictions.good());
            return bench.approve(people.priya(), bench.asked(people.dana(), candidate));
        });

        assertThat(summary(people.vera(), old).health()).isEqualTo(Health.WATCH);
        List<String> inOrder = champions.summaries(people.vera()).stream()
                .map(ChampionSummary::model)
                .toList();
        assertThat(inOrder.indexOf(old)).isLessThan(inOrder.indexOf(fresh));
    }

    @Test
    void aModelWithoutVersionIsNotAskedAboutAndOneWithoutChampionSaysSo() {
        String empty = bench.model(people.dana());
        String waiting = bench.model(people.dana());
        bench.candidate(people.dana(), waiting, null);

        assertThat(champions.summaries(people.vera()))
                .extracting(ChampionSummary::model)
                .contains(waiting)
                .doesNotContain(empty);
        assertThat(summary(people.vera(), waiting).verdict().english())
                .isEqualTo(
                        "No version has been approved. 1 version is registered; the page of the model says whether it can"
                                + " be promoted.");
    }

    @Test
    void aModelOfWhichNoVersionCanBePromotedSaysWhyOnEveryScreen() {
        String low = bench.model(people.dana());
        bench.candidate(people.dana(), people.dana(), low, null, 0.6);
        String mixed = bench.model(people.dana());
        bench.candidate(people.dana(), people.dana(), mixed, null, 0.6);
        bench.candidate(people.dana(), mixed, null);

        assertThat(summary(people.vera(), low).verdict().code()).isEqualTo("champion.nobody.one.below_floor");
        assertThat(champions.page(people.vera(), low).orElseThrow().champion().verdict())
                .isEqualTo(summary(people.vera(), low).verdict());
        assertThat(summary(people.vera(), mixed).verdict().code()).isEqualTo("champion.nobody.several");
    }

    @Test
    void modelsWithoutAVersionAreCountedAndTheFirstOfThemNamed() {
        Champions.WithoutVersion before = champions.withoutVersion(people.vera(), 1);
        String empty = bench.model(people.dana());
        String other = bench.model(people.dana());
        String waiting = bench.model(people.dana());
        bench.candidate(people.dana(), waiting, null);

        assertThat(champions.withoutVersion(people.vera(), Integer.MAX_VALUE).names())
                .contains(empty, other)
                .doesNotContain(waiting)
                .isSorted();
        assertThat(champions.withoutVersion(people.vera(), 1).names()).hasSize(1);
        assertThat(champions.withoutVersion(people.vera(), 1).count()).isEqualTo(before.count() + 2);
    }

    @Test
    void thePageTellsEveryTenureVersionAndRequest() {
        PromotionStory.Told told = story.told();

        ModelPage page = champions.page(people.vera(), told.model()).orElseThrow();

        assertThat(page.tenures()).extracting(Tenure::version).containsExactly(2, 1);
        assertThat(page.tenures()).extracting(Tenure::requestNumber).containsExactly(told.second(), told.first());
        assertThat(page.tenures().getFirst().to()).isNull();
        assertThat(page.tenures().getLast().to())
                .isEqualTo(page.tenures().getFirst().from());
        assertThat(page.tenures()).extracting(Tenure::auc).doesNotContainNull();
        assertThat(page.versions()).extracting(ModelPage.VersionRow::version).containsExactly(3, 2, 1);
        assertThat(page.versions().get(1).aliases()).containsExactly("champion");
        assertThat(page.versions().getFirst().latestRequest()).isEqualTo(told.open());
        assertThat(page.versions()).extracting(ModelPage.VersionRow::createdBy).containsOnly("Dana Ortiz");
        assertThat(page.results())
                .extracting(ModelPage.Result::check)
                .containsExactlyInAnyOrder(
                        CheckName.PERFORMANCE, CheckName.FAIRNESS, CheckName.VALUE, CheckName.REPRODUCIBILITY);
        assertThat(page.results())
                .allSatisfy(result -> assertThat(result.sentence().english()).isNotBlank())
                .filteredOn(result -> result.check() == CheckName.FAIRNESS)
                .extracting(ModelPage.Result::verdict)
                .containsExactly(
                        Objects.requireNonNull(page.champion().fairness()).verdict());
        assertThat(page.requests())
                .extracting(PromotionRow::number)
                .containsExactly(told.open(), told.second(), told.first());
        assertThat(champions.page(people.vera(), "nobody's")).isEmpty();
    }

    @Test
    void aVersionWhoseLoggedAucIsBelowTheFloorIsMarked() {
        String model = bench.model(people.dana());
        bench.candidate(people.dana(), people.dana(), model, null, 0.7);

        assertThat(champions.page(people.vera(), model).orElseThrow().versions())
                .singleElement()
                .satisfies(version -> {
                    assertThat(version.loggedTestAuc()).isEqualTo(0.7);
                    assertThat(version.belowFloor()).isTrue();
                });
    }

    @Test
    void theThreeQuestionsHaveAnswersForTodayAndForThePast() {
        PromotionStory.Told told = story.told();
        Instant now = clock.instant();

        ProductionAnswers today = answers(told, now);
        ProductionAnswers then = answers(told, now.minus(Duration.ofDays(60)));
        ProductionAnswers before = answers(told, now.minus(Duration.ofDays(200)));

        assertThat(today.champion()).isEqualTo(2);
        assertThat(today.run()).isEqualTo(told.two().run().info().id());
        assertThat(today.parameters()).contains(new ProductionAnswers.NamedValue("max_depth", "7"));
        assertThat(today.data()).contains(new ProductionAnswers.NamedValue("data_hash", "0123456789abcdef"));
        assertThat(today.which().english()).startsWith("Version 2 was trained by run final with depth 7 on ");
        assertThat(today.earlierVersion()).isEqualTo(1);
        assertThat(today.against().english()).contains("On the same customers");
        assertThat(today.reproducible().english()).startsWith("Yes: all ");
        assertThat(today.ingredients()).allMatch(ProductionAnswers.Ingredient::present);
        assertThat(then.champion()).isEqualTo(1);
        assertThat(then.against().code()).isEqualTo("answers.against.none");
        assertThat(before.champion()).isNull();
        assertThat(before.which().english()).startsWith("No version was in use on ");
    }

    @Test
    void severalModelsAreAnsweredAtOnceEachWithItsOwnRun() {
        PromotionStory.Told one = story.told();
        PromotionStory.Told other = story.told();
        Instant now = clock.instant();

        Map<String, ProductionAnswers> both =
                champions.answers(people.vera(), List.of(one.model(), other.model(), "nobody's"), now);

        assertThat(both)
                .containsOnlyKeys(one.model(), other.model())
                .containsEntry(one.model(), answers(one, now))
                .containsEntry(other.model(), answers(other, now));
        assertThat(answers(one, now).run()).isEqualTo(one.two().run().info().id());
        assertThat(answers(other, now).run()).isEqualTo(other.two().run().info().id());
    }

    @Test
    void customerSuccessReadsChampionsButNotRequests() {
        PromotionStory.Told told = story.told();

        assertThat(champions.page(people.carl(), told.model()).orElseThrow().requests())
                .isEmpty();
        assertThat(summary(people.carl(), told.model()).foundOfHundred()).isNotNull();
        assertThatThrownBy(() -> champions.summaries(people.adam())).isInstanceOf(NotPermittedException.class);
    }

    private ProductionAnswers answers(PromotionStory.Told told, Instant at) {
        return champions.answers(people.vera(), told.model(), at).orElseThrow();
    }

    private ChampionSummary summary(Actor actor, String model) {
        return champions.summaries(actor).stream()
                .filter(summary -> summary.model().equals(model))
                .findFirst()
                .orElseThrow();
    }
}
