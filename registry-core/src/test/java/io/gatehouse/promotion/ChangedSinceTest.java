package io.gatehouse.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.policy.Approvals;
import io.gatehouse.policy.Policies;
import io.gatehouse.policy.PolicyDocument;
import io.gatehouse.policy.Use;
import io.gatehouse.policy.ValueAssumptions;
import io.gatehouse.policy.ValueBook;
import io.gatehouse.promotion.PromotionDossier.Choice;
import io.gatehouse.promotion.Promotions.Outcome;
import io.gatehouse.sentences.Sentence;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever a vote rests on: once it is otherwise, earlier approvals no longer hold, and everybody reads which part it is. */
@DatabaseTest
class ChangedSinceTest {
    private final PromotionBench bench;
    private final Promotions promotions;
    private final PromotionDossiers dossiers;
    private final Policies policies;
    private final ValueBook book;
    private final TestPeople people;
    private final JdbcClient jdbc;
    private PolicyDocument before;

    ChangedSinceTest(
            PromotionBench bench,
            Promotions promotions,
            PromotionDossiers dossiers,
            Policies policies,
            ValueBook book,
            TestPeople people,
            JdbcClient jdbc) {
        this.bench = bench;
        this.promotions = promotions;
        this.dossiers = dossiers;
        this.policies = policies;
        this.book = book;
        this.people = people;
        this.jdbc = jdbc;
        this.before = policies.of(Use.HUMAN_REVIEWED).orElseThrow().document();
    }

    /** Two approvals, so that one can be given and then be void. */
    @BeforeEach
    void twoMustApprove() {
        policies.put(people.ritaOnRecord(), policy(2, before.summary()));
    }

    @AfterEach
    void asItWas() {
        policies.put(people.ritaOnRecord(), before);
    }

    @Test
    void anApprovalNoLongerHoldsOnceTheValueAssumptionsChange() {
        String model = bench.model(people.dana());
        long number = approvedOnce(model);
        ValueAssumptions counted = book.ofInstallation().orElseThrow();
        ValueAssumptions put = book.put(people.ritaOnRecord(), forModel(model, counted));

        String change = "the value assumptions: version " + counted.version() + " → " + put.version();
        assertThat(bench.dossier(people.vera(), number).statusLine().english())
                .startsWith("The approvals no longer hold")
                .contains(change);
        assertVoid(number, change);
        assertThat(queued(model).english()).contains(change);
    }

    @Test
    void anApprovalNoLongerHoldsOnceThePolicyChanges() {
        String model = bench.model(people.dana());
        long number = approvedOnce(model);
        int version = policies.of(Use.HUMAN_REVIEWED).orElseThrow().ref().version();
        policies.put(people.ritaOnRecord(), policy(2, "Reads otherwise now."));

        String change = "the policy human-reviewed: version " + version + " → " + (version + 1);
        assertVoid(number, change);
        assertThat(queued(model).english()).contains(change);
    }

    @Test
    void anApprovalNoLongerHoldsOnceTheEvidenceOrItsDescriptionChanges() {
        String model = bench.model(people.dana());
        var candidate = bench.candidate(people.dana(), model, TestPredictions.good());
        long number = bench.asked(people.dana(), candidate);
        bench.approve(people.priya(), number);
        bench.put(
                people.dana(),
                candidate.run(),
                "evaluation/evidence.json",
                TestPredictions.good().description() + "\n");

        assertVoid(number, "the description of the evidence");
        assertThat(queued(model).english()).contains("the description of the evidence");

        bench.evidence(people.dana(), candidate.run(), new TestPredictions(0.1, 0, null));
        assertVoid(number, "the evidence (other predictions)");
        assertThat(queued(model).english()).contains("the evidence (other predictions)");
    }

    @Test
    void theVersionInUseIsOneOfTheParts() {
        String model = bench.model(people.dana());
        long number = approvedOnce(model);
        long other = bench.asked(people.dana(), bench.candidate(people.dana(), model, TestPredictions.good()));
        // As if an alias had moved without outdating the others, which no verb does.
        jdbc.sql(
                        "insert into model_alias (model_id, alias, version_id) select model_id, 'champion', id from model_version"
                                + " where version = 2 and model_id = (select id from registered_model where name = ?)")
                .param(model)
                .update();

        assertVoid(number, "the version in use: none → version 2");
        assertThat(queued(model).english()).contains("the version in use: none → version 2");
        promotions.withdraw(people.dana(), other, "");
    }

    @Test
    void evaluatingAgainMakesItDecidableAndTheOldApprovalStaysVoid() {
        String model = bench.model(people.dana());
        long number = approvedOnce(model);
        policies.put(people.ritaOnRecord(), policy(2, "Reads otherwise now."));
        assertThat(bench.dossier(people.priya(), number).yourVote().mayEvaluateAgain())
                .isTrue();
        promotions.evaluateAgain(people.ravi(), number);
        bench.runJobs();

        PromotionDossier dossier = bench.dossier(people.ravi(), number);
        assertThat(dossier.changes()).isEmpty();
        assertThat(dossier.votes()).noneMatch(PromotionDossier.Vote::current);
        assertThat(bench.approve(people.ravi(), number))
                .isInstanceOfSatisfying(
                        Outcome.Done.class, done -> assertThat(done.state()).isEqualTo(RequestState.AWAITING_REVIEW));
    }

    @Test
    void whoVotesOnAnEvaluationThatAnotherReplacedReadsWhatIsOtherwise() {
        String model = bench.model(people.dana());
        long number = approvedOnce(model);
        String read = bench.digest(people.ravi(), number);
        policies.put(people.ritaOnRecord(), policy(2, "Reads otherwise now."));
        promotions.evaluateAgain(people.dana(), number);
        bench.runJobs();

        assertThat(promotions.vote(people.ravi(), number, Choice.REJECT, "No", read))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo("CHANGED_SINCE");
                    assertThat(refused.sentence().english()).contains("ran again", "the policy human-reviewed");
                });
    }

    @Test
    void aPolicyPutBetweenAskingAndJudgingSaysHowManyMustApprove() {
        policies.put(people.ritaOnRecord(), before);
        var candidate = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());
        long number = bench.ask(people.dana(), candidate);
        policies.put(people.ritaOnRecord(), policy(2, "Two must approve now."));
        bench.runJobs();

        assertThat(bench.approve(people.priya(), number))
                .isInstanceOfSatisfying(
                        Outcome.Done.class, done -> assertThat(done.state()).isEqualTo(RequestState.AWAITING_REVIEW));
    }

    private long approvedOnce(String model) {
        long number = bench.asked(people.dana(), bench.candidate(people.dana(), model, TestPredictions.good()));
        bench.approve(people.priya(), number);
        assertThat(bench.dossier(people.vera(), number).changes()).isEmpty();
        assertThat(bench.dossier(people.vera(), number).statusLine().english())
                .isEqualTo("Needs one approval by a reviewer.");
        return number;
    }

    private void assertVoid(long number, String change) {
        PromotionDossier dossier = bench.dossier(people.ravi(), number);
        assertThat(dossier.changes()).extracting(Sentence::english).contains(change);
        assertThat(dossier.votes())
                .singleElement()
                .satisfies(vote -> assertThat(vote.current()).isFalse());
        assertThat(dossier.yourVote().mayApprove()).isFalse();
        assertThat(bench.approve(people.ravi(), number)).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo("CHANGED_SINCE");
            assertThat(refused.sentence().english()).contains(change, "Have the checks run again");
        });
    }

    private Sentence queued(String model) {
        return dossiers.rows(people.vera(), new PromotionDossiers.Filter(model, true))
                .getLast()
                .statusLine();
    }

    private ValueAssumptions forModel(String model, ValueAssumptions counted) {
        return new ValueAssumptions(
                0,
                Objects.requireNonNull(jdbc.sql("select id from registered_model where name = ?")
                        .param(model)
                        .query(java.util.UUID.class)
                        .single()),
                counted.owner(),
                "A trial of another figure.",
                counted.customerValue(),
                counted.monthsKept(),
                counted.offerCost(),
                counted.contactCost(),
                counted.saveRate(),
                counted.customersPerMonth() + 1,
                counted.costs());
    }

    private PolicyDocument policy(int approvals, String summary) {
        return new PolicyDocument(
                before.name(),
                before.use(),
                summary,
                before.unavailable(),
                Approvals.of(approvals),
                before.actingThreshold(),
                before.performance(),
                before.fairness(),
                before.value(),
                before.reproducibility(),
                Optional.ofNullable(before.mayNotApply()).orElse(null));
    }
}
