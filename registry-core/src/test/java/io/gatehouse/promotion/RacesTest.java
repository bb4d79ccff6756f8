package io.gatehouse.promotion;

import static io.gatehouse.house.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.evaluation.Evaluations;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.people.Actor;
import io.gatehouse.policy.Use;
import io.gatehouse.promotion.PromotionDossier.Choice;
import io.gatehouse.promotion.Promotions.Outcome;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;

@DatabaseTest
class RacesTest {
    /** Makes evidence that nobody has judged yet. */
    private static final AtomicInteger FRESH = new AtomicInteger();

    private final PromotionBench bench;
    private final Promotions promotions;
    private final Evaluations evaluations;
    private final TestPeople people;

    RacesTest(PromotionBench bench, Promotions promotions, Evaluations evaluations, TestPeople people) {
        this.evaluations = evaluations;
        this.bench = bench;
        this.promotions = promotions;
        this.people = people;
    }

    @RepeatedTest(3)
    void ofTwoDecisionsAtTheSameMomentOneCounts() throws Exception {
        var candidate = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());
        long number = bench.asked(people.dana(), candidate);
        String digest = bench.digest(people.priya(), number);
        Actor priya = people.priya();
        Actor ravi = people.ravi();

        List<Outcome> outcomes = together(
                () -> promotions.vote(priya, number, Choice.APPROVE, "", digest),
                () -> promotions.vote(ravi, number, Choice.REJECT, "Not convinced", digest));

        assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(Outcome.Refused.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("NOT_OPEN"));
        RequestState end = bench.dossier(people.vera(), number).state();
        assertThat(bench.champion(people.vera(), candidate.model()))
                .isEqualTo(end == RequestState.EXECUTED ? Integer.valueOf(1) : null);
    }

    @RepeatedTest(3)
    void takingBackAndApprovingAtTheSameMomentGivesOneDecision() throws Exception {
        var candidate = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());
        long number = bench.asked(people.dana(), candidate);
        String digest = bench.digest(people.priya(), number);
        Actor priya = people.priya();
        Actor dana = people.dana();

        List<Outcome> outcomes = together(
                () -> promotions.vote(priya, number, Choice.APPROVE, "", digest),
                () -> promotions.withdraw(dana, number, ""));

        assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        RequestState end = bench.dossier(people.vera(), number).state();
        assertThat(end).isIn(RequestState.EXECUTED, RequestState.WITHDRAWN);
        assertThat(bench.champion(people.vera(), candidate.model()))
                .isEqualTo(end == RequestState.EXECUTED ? Integer.valueOf(1) : null);
    }

    @RepeatedTest(3)
    void approvingTwiceAtTheSameMomentByOnePersonCountsOnce() throws Exception {
        var candidate = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());
        long number = bench.asked(people.dana(), candidate);
        String digest = bench.digest(people.priya(), number);
        Actor priya = people.priya();

        List<Outcome> outcomes = together(
                () -> promotions.vote(priya, number, Choice.APPROVE, "", digest),
                () -> promotions.vote(priya, number, Choice.APPROVE, "", digest));

        assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        assertThat(bench.dossier(people.vera(), number).votes()).hasSize(1);
    }

    @RepeatedTest(3)
    void ofTwoRequestsApprovedAtTheSameMomentOneMovesTheAlias() throws Exception {
        String model = bench.model(people.dana());
        long first = bench.asked(people.dana(), bench.candidate(people.dana(), model, TestPredictions.good()));
        long second = bench.asked(people.dana(), bench.candidate(people.dana(), model, TestPredictions.good()));
        Actor priya = people.priya();
        Actor ravi = people.ravi();
        String digestOfFirst = bench.digest(priya, first);
        String digestOfSecond = bench.digest(ravi, second);

        List<Outcome> outcomes = together(
                () -> promotions.vote(priya, first, Choice.APPROVE, "", digestOfFirst),
                () -> promotions.vote(ravi, second, Choice.APPROVE, "", digestOfSecond));

        assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        assertThat(List.of(
                        bench.dossier(people.vera(), first).state(),
                        bench.dossier(people.vera(), second).state()))
                .containsExactlyInAnyOrder(RequestState.EXECUTED, RequestState.OUTDATED);
    }

    @RepeatedTest(3)
    void askingTwiceAtTheSameMomentOpensOneRequest() throws Exception {
        var candidate = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());
        Actor dana = people.dana();
        Actor dmitri = people.dmitri();

        List<Long> numbers = together(() -> bench.ask(dana, candidate), () -> bench.ask(dmitri, candidate));

        assertThat(numbers.getFirst()).isEqualTo(numbers.getLast());
        promotions.withdraw(dana, numbers.getFirst(), "");
        promotions.withdraw(dmitri, numbers.getFirst(), "");
    }

    @RepeatedTest(3)
    void theSameEvidenceCanBeJudgedTwiceAtTheSameMoment() throws Exception {
        var candidate = bench.candidate(
                people.dana(),
                bench.model(people.dana()),
                new TestPredictions(0, FRESH.incrementAndGet() / 1_000.0, null));
        Actor dana = people.dana();

        List<Evaluations.Result> results = together(
                () -> evaluations.evaluate(dana, candidate.model(), 1, Use.HUMAN_REVIEWED),
                () -> evaluations.evaluate(dana, candidate.model(), 1, Use.ASSISTED));

        assertThat(results).hasOnlyElementsOfType(Evaluations.Result.Stored.class);
    }
}
