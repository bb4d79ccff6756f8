package io.gatehouse.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.modelcard.CardField;
import io.gatehouse.modelcard.ModelCards;
import io.gatehouse.policy.Approvals;
import io.gatehouse.policy.Policies;
import io.gatehouse.policy.PolicyDocument;
import io.gatehouse.policy.Use;
import io.gatehouse.promotion.Promotions.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a policy asks for a model card, nobody approves without it, and approvals hold for the card that was read. */
@DatabaseTest
class CardBeforeApprovalTest {
    private final PromotionBench bench;
    private final Promotions promotions;
    private final PromotionDossiers dossiers;
    private final Policies policies;
    private final ModelCards cards;
    private final TestPeople people;
    private final PolicyDocument before;

    CardBeforeApprovalTest(
            PromotionBench bench,
            Promotions promotions,
            PromotionDossiers dossiers,
            Policies policies,
            ModelCards cards,
            TestPeople people) {
        this.bench = bench;
        this.promotions = promotions;
        this.dossiers = dossiers;
        this.policies = policies;
        this.cards = cards;
        this.people = people;
        this.before = policies.of(Use.HUMAN_REVIEWED).orElseThrow().document();
    }

    @BeforeEach
    void aCardIsNeeded() {
        policies.put(people.ritaOnRecord(), twoApprovals(before).asking(card()));
    }

    @AfterEach
    void asItWas() {
        policies.put(people.ritaOnRecord(), before);
    }

    @Test
    void aVersionWhoseCardLacksAnAnswerIsNotApproved() {
        String model = bench.model(people.dana());
        long number = asked(model);

        assertThat(bench.approve(people.priya(), number)).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo("CARD_INCOMPLETE");
            assertThat(refused.sentence().english())
                    .startsWith("The model card of version 1 lacks what the policy human-reviewed v")
                    .contains("asks for: Intended use and Limitations.");
        });
        PromotionDossier dossier = bench.dossier(people.priya(), number);
        assertThat(dossier.yourVote().mayApprove()).isFalse();
        assertThat(String.valueOf(dossier.yourVote().whyNotApprove())).contains("Intended use and Limitations");
        assertThat(dossier.statusLine().english()).isEqualTo("Needs the model card: Intended use and Limitations.");
        assertThat(bench.vote(people.priya(), number, PromotionDossier.Choice.REJECT, "No"))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void oneAnswerIsNotEnoughAndWhatIsCarriedOverIsNone() {
        String model = bench.model(people.dana());
        bench.candidate(people.dana(), model, TestPredictions.good());
        answer(model, 1, 0, "Ranks subscribers.");
        var second = bench.candidate(people.dana(), model, TestPredictions.good());
        cards.save(people.dana(), model, 2, 0, Map.of(CardField.INTENDED_USE, "Ranks subscribers."));
        long number = bench.asked(people.dana(), second);

        assertThat(bench.approve(people.priya(), number))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.sentence().english()).contains("asks for: Limitations."));
    }

    @Test
    void aVersionWithItsCardIsApprovedAndTheCardIsPartOfTheDigest() {
        String model = bench.model(people.dana());
        var candidate = bench.candidate(people.dana(), model, TestPredictions.good());
        answer(model, 1, 0, "Ranks subscribers.");
        long number = bench.asked(people.dana(), candidate);
        bench.approve(people.priya(), number);

        assertThat(bench.approve(people.ravi(), number))
                .isInstanceOfSatisfying(
                        Outcome.Done.class, done -> assertThat(done.state()).isEqualTo(RequestState.EXECUTED));
    }

    @Test
    void anApprovalNoLongerHoldsOnceTheCardReadsOtherwise() {
        String model = bench.model(people.dana());
        var candidate = bench.candidate(people.dana(), model, TestPredictions.good());
        answer(model, 1, 0, "Ranks subscribers.");
        long number = bench.asked(people.dana(), candidate);
        bench.approve(people.priya(), number);
        answer(model, 1, 1, "Ranks subscribers and prices them.");

        assertThat(bench.dossier(people.vera(), number).statusLine().english())
                .isEqualTo(queued(model))
                .startsWith("The approvals no longer hold")
                .contains("the model card");
        assertThat(bench.dossier(people.vera(), number).votes()).noneMatch(PromotionDossier.Vote::current);
        assertThat(bench.approve(people.ravi(), number)).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo("CHANGED_SINCE");
            assertThat(refused.sentence().english()).contains("the model card");
        });

        promotions.evaluateAgain(people.dana(), number);
        bench.runJobs();
        assertThat(bench.dossier(people.vera(), number).changes()).isEmpty();
        bench.approve(people.priya(), number);
        assertThat(bench.approve(people.ravi(), number)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void whereThePolicyAsksForNoCardItDecidesNothing() {
        policies.put(people.ritaOnRecord(), twoApprovals(before));
        String model = bench.model(people.dana());
        long number = asked(model);
        bench.approve(people.priya(), number);
        answer(model, 1, 0, "Ranks subscribers.");

        assertThat(bench.dossier(people.vera(), number).changes()).isEmpty();
        assertThat(bench.approve(people.ravi(), number)).isInstanceOf(Outcome.Done.class);
    }

    private long asked(String model) {
        return bench.asked(people.dana(), bench.candidate(people.dana(), model, TestPredictions.good()));
    }

    private void answer(String model, int version, int base, String use) {
        assertThat(cards.save(
                        people.dana(),
                        model,
                        version,
                        base,
                        Map.of(CardField.INTENDED_USE, use, CardField.LIMITATIONS, "Few under 25.")))
                .isInstanceOf(ModelCards.Saved.Done.class);
    }

    private String queued(String model) {
        return dossiers.rows(people.vera(), new PromotionDossiers.Filter(model, true))
                .getFirst()
                .statusLine()
                .english();
    }

    private static PolicyDocument.Card card() {
        return new PolicyDocument.Card(List.of(CardField.LIMITATIONS, CardField.INTENDED_USE));
    }

    private static PolicyDocument twoApprovals(PolicyDocument policy) {
        return new PolicyDocument(
                policy.name(),
                policy.use(),
                policy.summary(),
                policy.unavailable(),
                Approvals.of(2),
                policy.actingThreshold(),
                policy.performance(),
                policy.fairness(),
                policy.value(),
                policy.reproducibility(),
                policy.mayNotApply());
    }
}
