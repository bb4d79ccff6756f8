package io.gatehouse.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.champions.ChampionSummary;
import io.gatehouse.champions.ChampionSummary.Health;
import io.gatehouse.champions.Champions;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestDatabase;
import io.gatehouse.house.TestPeople;
import io.gatehouse.money.Money;
import io.gatehouse.policy.ChampionAhead;
import io.gatehouse.policy.Policies;
import io.gatehouse.policy.PolicyDocument;
import io.gatehouse.policy.Proposal;
import io.gatehouse.policy.Proposal.JudgingState;
import io.gatehouse.policy.Proposal.Wanted;
import io.gatehouse.policy.ProposalDesk;
import io.gatehouse.policy.Proposals;
import io.gatehouse.policy.ShippedPolicies;
import io.gatehouse.policy.Use;
import io.gatehouse.policy.ValueAssumptions;
import io.gatehouse.policy.ValueBook;
import io.gatehouse.registry.RegisteredModels;
import java.math.BigDecimal;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What a tighter policy, or other value assumptions, would say of the versions in use, before anybody agrees to it. */
@DatabaseTest
@TestPropertySource(properties = TestDatabase.NAME + "=tighter")
class TighterPolicyTest {
    private final PromotionBench bench;
    private final Promotions promotions;
    private final Proposals proposals;
    private final ProposalDesk desk;
    private final Policies policies;
    private final ValueBook book;
    private final Champions champions;
    private final RegisteredModels models;
    private final TestPeople people;
    private final JdbcClient jdbc;

    TighterPolicyTest(
            PromotionBench bench,
            Promotions promotions,
            Proposals proposals,
            ProposalDesk desk,
            Policies policies,
            ValueBook book,
            Champions champions,
            RegisteredModels models,
            TestPeople people,
            JdbcClient jdbc) {
        this.bench = bench;
        this.promotions = promotions;
        this.proposals = proposals;
        this.desk = desk;
        this.policies = policies;
        this.book = book;
        this.champions = champions;
        this.models = models;
        this.people = people;
        this.jdbc = jdbc;
    }

    /** The policies are shared by all tests. */
    @AfterEach
    void asItWas() {
        policies.put(people.ritaOnRecord(), ShippedPolicies.read("assisted"));
    }

    @Test
    void aHigherFloorNamesTheChampionThatWouldFailAndTheCheckThatTurns() {
        String model = champion();
        long number = proposed(floor(0.99));
        Proposal.Read read = judged(number);

        ChampionAhead ahead = of(read, model);
        assertThat(ahead.wouldFail()).isTrue();
        assertThat(read.wouldFail()).contains(ahead);
        assertThat(ahead.verdicts()).singleElement().satisfies(turn -> {
            assertThat(turn.check()).isEqualTo("PERFORMANCE");
            assertThat(turn.before()).isEqualTo(Verdict.PASS);
            assertThat(turn.after()).isEqualTo(Verdict.FAIL);
            assertThat(turn.sentence().english()).contains("0.99");
        });
        assertThat(health(model).health()).isEqualTo(Health.ON_TRACK);
        proposals.withdraw(people.rita(), number, "");
    }

    @Test
    void onceAcceptedTheChampionIsUnderReviewAndStaysInUseUntilItIsJudgedByIt() {
        String model = champion();
        long number = proposed(floor(0.98));
        judged(number);
        proposals.accept(people.priya(), number, "");

        ChampionSummary summary = health(model);
        assertThat(summary.version()).isEqualTo(1);
        assertThat(summary.health()).isEqualTo(Health.WATCH);
        int version = policies.of(Use.ASSISTED).orElseThrow().ref().version();
        assertThat(summary.verdict().english()).contains("under review", "assisted version " + version);

        policies.put(people.ritaOnRecord(), ShippedPolicies.read("assisted"));
        long loosened = proposed(floor(0.6));
        judged(loosened);
        proposals.accept(people.priya(), loosened, "");
        assertThat(health(model).health()).isEqualTo(Health.ON_TRACK);
    }

    @Test
    void whatCameIntoUseSinceTheyWereJudgedIsNamedUntilTheyAreJudgedAgain() {
        String model = champion();
        long number = proposed(floor(0.955));
        assertThat(judged(number).movedOn()).isEmpty();
        promoted(model, 2);
        String other = champion();

        assertThat(read(number).movedOn())
                .extracting(moved -> moved.inWords().english())
                .contains(
                        model + ": version 1 was judged, and version 2 is in use by now.",
                        other + ": version 1 came into use since and was not judged.");
        proposals.judgeAgain(people.priya(), number);
        Proposal.Read again = judged(number);
        assertThat(again.movedOn()).isEmpty();
        assertThat(of(again, model).version()).isEqualTo(2);
        proposals.withdraw(people.rita(), number, "");
    }

    @Test
    void acceptingOnWhatIsNoLongerInUseHasThemJudgedAfterwards() {
        String model = champion();
        long number = proposed(floor(0.965));
        judged(number);
        promoted(model, 2);

        proposals.accept(people.priya(), number, "");
        assertThat(read(number).movedOn()).as("decided on what was in use then").isEmpty();
        judged(number);

        assertThat(of(read(number), model).version()).isEqualTo(2);
        assertThat(health(model).verdict().english()).contains("under review");
    }

    @Test
    void acceptingBeforeTheChampionsWereJudgedHasThemJudgedAfterwards() {
        String model = champion();
        long number = proposed(floor(0.97));
        proposals.cancelJudging(people.priya(), number);
        bench.runJobs();
        assertThat(read(number).proposal().judging().state()).isEqualTo(JudgingState.CANCELLED);
        assertThat(read(number).champions()).isEmpty();

        proposals.accept(people.priya(), number, "");
        judged(number);

        assertThat(health(model).verdict().english()).contains("under review");
    }

    @Test
    void aChampionWhoseCaseIsGoneIsNamedAsNotJudged() {
        String model = champion();
        jdbc.sql(
                        "update evaluation set judged_case = null where model_id = (select id from registered_model where name = ?)")
                .param(model)
                .update();
        long number = proposed(floor(0.96));

        ChampionAhead ahead = of(judged(number), model);
        assertThat(ahead.wouldFail()).isFalse();
        assertThat(String.valueOf(ahead.notJudged())).contains("no longer kept");
        proposals.withdraw(people.rita(), number, "");
    }

    @Test
    void whatACustomerIsWorthTurnsRoi() {
        String model = champion();
        ValueAssumptions counted = book.ofInstallation().orElseThrow();
        var id = models.find(people.vera(), model).orThrow().id();
        ValueAssumptions poor = new ValueAssumptions(
                0,
                id,
                counted.owner(),
                "A saved customer is worth little.",
                new Money(new BigDecimal("11"), counted.customerValue().currency()),
                null,
                counted.offerCost(),
                counted.contactCost(),
                counted.saveRate(),
                counted.customersPerMonth(),
                counted.costs());
        Proposals.Proposed open =
                proposals.propose(people.rita(), new Wanted.Assumptions(poor, model), "Measured", null);
        long number = ((Proposals.Proposed.Open) open).number();

        Proposal.Read read = judged(number);
        assertThat(read.champions()).extracting(ChampionAhead::model).containsExactly(model);
        assertThat(read.wouldFail()).hasSize(1);
        assertThat(of(read, model).verdicts())
                .singleElement()
                .satisfies(turn -> assertThat(turn.check()).isEqualTo("VALUE"));

        proposals.accept(people.ravi(), number, "");
        assertThat(health(model).verdict().english()).contains("under review", "value assumptions");
    }

    private String champion() {
        String model = bench.model(people.dana());
        promoted(model, 1);
        return model;
    }

    private void promoted(String model, int version) {
        TestPredictions good = TestPredictions.good();
        bench.candidate(people.dana(), model, version == 1 ? good : good.beside(version - 1));
        long number = ((Promotions.Asked.Open)
                        promotions.ask(people.dana(), model, version, "champion", Use.ASSISTED, "for the desk"))
                .number();
        bench.runJobs();
        bench.approve(people.priya(), number);
        bench.approve(people.ravi(), number);
        assertThat(bench.champion(people.vera(), model)).isEqualTo(version);
    }

    private ChampionSummary health(String model) {
        return champions.page(people.vera(), model).orElseThrow().champion();
    }

    private long proposed(PolicyDocument document) {
        return ((Proposals.Proposed.Open)
                        proposals.propose(people.rita(), new Wanted.Policy(document), "Tighter", null))
                .number();
    }

    private Proposal.Read read(long number) {
        return desk.read(people.vera(), number).orElseThrow();
    }

    /** Here or on the schedule of a portal. */
    private Proposal.Read judged(long number) {
        bench.runJobs();
        Awaitility.await().until(() -> read(number).proposal().judging().state() == JudgingState.DONE);
        return read(number);
    }

    private static ChampionAhead of(Proposal.Read read, String model) {
        return read.champions().stream()
                .filter(each -> each.model().equals(model))
                .findFirst()
                .orElseThrow();
    }

    private static PolicyDocument floor(double floor) {
        PolicyDocument shipped = ShippedPolicies.read("assisted");
        PolicyDocument.Performance asked = shipped.performance();
        return new PolicyDocument(
                shipped.name(),
                shipped.use(),
                shipped.summary(),
                shipped.unavailable(),
                shipped.approvals(),
                shipped.actingThreshold(),
                new PolicyDocument.Performance(floor, asked.nonInferiority(), asked.gap(), asked.loggedTolerance()),
                shipped.fairness(),
                shipped.value(),
                shipped.reproducibility(),
                shipped.mayNotApply());
    }
}
