package io.gatehouse.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.checks.CheckName;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.policy.Policies;
import io.gatehouse.policy.PolicyDocument;
import io.gatehouse.policy.PolicyText;
import io.gatehouse.promotion.PromotionBench.Candidate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Evidence in which every attribute has one group: fairness between groups does not apply, and the policy says whether that will do. */
@DatabaseTest
class NotApplicableTest {
    private final PromotionBench bench;
    private final Policies policies;
    private final PromotionDossiers dossiers;
    private final TestPeople people;
    private final TransactionTemplate transaction;

    NotApplicableTest(
            PromotionBench bench,
            Policies policies,
            PromotionDossiers dossiers,
            TestPeople people,
            TransactionTemplate transaction) {
        this.bench = bench;
        this.policies = policies;
        this.dossiers = dossiers;
        this.people = people;
        this.transaction = transaction;
    }

    @Test
    void aCheckThatDoesNotApplyBlocksUnlessThePolicySaysOtherwise() {
        long number = asked();

        PromotionDossier dossier = bench.dossier(people.priya(), number);
        assertThat(Objects.requireNonNull(dossier.evaluation()).check(CheckName.FAIRNESS))
                .hasValueSatisfying(check -> assertThat(check.verdict()).isEqualTo(Verdict.NOT_APPLICABLE));
        assertThat(dossier.yourVote().mayApprove()).isFalse();
        assertThat(dossier.statusLine().english())
                .isEqualTo("Blocked: fairness did not pass. A reviewer can reject it or ask for changes.");
        assertThat(bench.approve(people.priya(), number)).isInstanceOf(Promotions.Outcome.Refused.class);
    }

    @Test
    void aCheckThatMayNotApplyDoesNotBlock() {
        transaction.executeWithoutResult(status -> {
            excuseFairness();
            long number = asked();

            PromotionDossier dossier = bench.dossier(people.priya(), number);
            assertThat(dossier.yourVote().mayApprove()).isTrue();
            assertThat(dossier.statusLine().english()).isEqualTo("Needs one approval by a reviewer.");
            assertThat(dossier.recommendation().getFirst().english())
                    .startsWith("3 checks of the policy human-reviewed v")
                    .contains("1 does not apply");
            assertThat(dossiers.rows(people.priya(), new PromotionDossiers.Filter(dossier.model(), true)))
                    .singleElement()
                    .satisfies(row -> assertThat(row.statusLine()).isEqualTo(dossier.statusLine()));
            assertThat(bench.approve(people.priya(), number))
                    .isInstanceOfSatisfying(
                            Promotions.Outcome.Done.class,
                            done -> assertThat(done.state()).isEqualTo(RequestState.EXECUTED));
            // The policy is shared by all tests.
            status.setRollbackOnly();
        });
    }

    @Test
    void anExcuseDoesNotCoverACheckThatFailed() {
        transaction.executeWithoutResult(status -> {
            excuseFairness();
            Candidate unfair = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.unfair());
            long number = judged(unfair);

            assertThat(bench.dossier(people.priya(), number).yourVote().mayApprove())
                    .isFalse();
            status.setRollbackOnly();
        });
    }

    private long asked() {
        Candidate candidate = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());
        String oneGroup = TestPredictions.good()
                .csv()
                .replaceAll(",(basic|standard|premium),(18-24|25-44|45\\+),(north|south)", ",basic,25-44,north");
        bench.put(people.dana(), candidate.run(), "evaluation/predictions.csv", oneGroup);
        return judged(candidate);
    }

    /** On this thread, so that it is part of a transaction that a test may have begun. */
    private long judged(Candidate candidate) {
        long number = bench.ask(people.dana(), candidate);
        bench.runJobs();
        return number;
    }

    private void excuseFairness() {
        PolicyDocument newest =
                policies.newest(people.rita(), "human-reviewed").orElseThrow().document();
        String text = PolicyText.canonical(newest).replaceFirst("\\{", "{\"may_not_apply\":[\"FAIRNESS\"],");
        if (!(PolicyText.parse(text) instanceof PolicyText.Reading.Understood(PolicyDocument document))) {
            throw new AssertionError("The policy cannot be read: " + text);
        }
        assertThat(policies.put(people.ritaOnRecord(), document)).isInstanceOf(Policies.Put.Stored.class);
    }
}
