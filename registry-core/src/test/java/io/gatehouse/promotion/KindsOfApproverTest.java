package io.gatehouse.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.accounts.Accounts;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import io.gatehouse.people.Role;
import io.gatehouse.policy.Approvals;
import io.gatehouse.policy.Approver;
import io.gatehouse.policy.Policies;
import io.gatehouse.policy.PolicyDocument;
import io.gatehouse.policy.Use;
import io.gatehouse.promotion.PromotionDossier.Choice;
import io.gatehouse.promotion.PromotionDossier.Seat;
import io.gatehouse.promotion.Promotions.Outcome;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A policy that asks for a reviewer and somebody of risk. */
@DatabaseTest
class KindsOfApproverTest {
    private final PromotionBench bench;
    private final PromotionDossiers dossiers;
    private final Policies policies;
    private final TestPeople people;
    private final PolicyDocument before;
    private final People everybody;
    private final Accounts accounts;
    private final Promotions promotions;

    KindsOfApproverTest(
            PromotionBench bench,
            PromotionDossiers dossiers,
            Policies policies,
            TestPeople people,
            People everybody,
            Accounts accounts,
            Promotions promotions) {
        this.everybody = everybody;
        this.accounts = accounts;
        this.promotions = promotions;
        this.dossiers = dossiers;
        this.bench = bench;
        this.policies = policies;
        this.people = people;
        this.before = policies.of(Use.HUMAN_REVIEWED).orElseThrow().document();
    }

    @AfterEach
    void asItWas() {
        policies.put(people.ritaOnRecord(), before);
    }

    @Test
    void oneOfEachKindIsNeededAndTwoOfOneAreNotEnough() {
        long number = asked(false);
        assertThat(status(number)).isEqualTo("Needs an approval by a reviewer and somebody of risk.");

        assertThat(said(bench.approve(people.priya(), number))).isEqualTo("AWAITING_REVIEW");
        assertThat(status(number)).isEqualTo("Needs an approval by somebody of risk.");
        assertThat(said(bench.approve(people.ravi(), number))).isEqualTo("NO_SEAT");
        assertThat(bench.dossier(people.ravi(), number).yourVote().mayApprove()).isFalse();
        assertThat(bench.dossier(people.vera(), number).waiting().seats())
                .containsExactly(new Seat("REVIEWER", true), new Seat("RISK", false));
        assertThat(said(bench.approve(people.rita(), number))).isEqualTo("EXECUTED");
        assertThat(bench.dossier(people.vera(), number).votes())
                .extracting(PromotionDossier.Vote::role)
                .containsExactly("REVIEWER", "RISK");
    }

    @Test
    void whereThePolicyOrdersThemRiskWaitsForTheReviewer() {
        long number = asked(true);
        assertThat(status(number)).isEqualTo("Needs an approval by a reviewer and somebody of risk, in this order.");

        assertThat(said(bench.approve(people.rita(), number))).isEqualTo("NOT_YOUR_TURN");
        assertThat(waitsFor(number)).containsExactly(Role.REVIEWER);
        bench.approve(people.priya(), number);
        assertThat(waitsFor(number)).containsExactly(Role.RISK);
        assertThat(said(bench.approve(people.rita(), number))).isEqualTo("EXECUTED");
    }

    @Test
    void anApprovalOfWhoeverWasShutOutOrLostTheRoleCountsNoMore() {
        for (boolean shutOut : List.of(true, false)) {
            long number = asked(false);
            String name = "g" + UUID.randomUUID();
            Person gone = everybody.add(
                    new People.NewPerson(name, "Gone", "", Set.of(Role.REVIEWER, Role.VIEWER), "gone-password"));
            bench.approve(new Actor(gone, Actor.Via.SCREEN, "test"), number);
            if (shutOut) {
                accounts.deactivate(people.adam(), name);
            } else {
                accounts.grant(people.adam(), name, Set.of(Role.VIEWER));
            }

            assertThat(status(number))
                    .isEqualTo(
                            "The approval of Gone counts no more. Have the checks run again: then everybody decides anew.");
            assertThat(queued(number).statusLine().english()).isEqualTo(status(number));
            assertThat(said(bench.approve(people.rita(), number))).isEqualTo("APPROVAL_LAPSED");
            assertThat(bench.dossier(people.rita(), number).yourVote().mayApprove())
                    .isFalse();

            promotions.evaluateAgain(people.priya(), number);
            bench.runJobs();
            assertThat(said(bench.approve(people.rita(), number))).isEqualTo("AWAITING_REVIEW");
            assertThat(said(bench.approve(people.priya(), number))).isEqualTo("EXECUTED");
        }
    }

    @Test
    void whoOnlyMayApproveLaterCanRejectAtOnce() {
        long number = asked(true);

        assertThat(said(bench.vote(people.rita(), number, Choice.REJECT, "Not in this quarter")))
                .isEqualTo("REJECTED");
    }

    @Test
    void whereThePolicyAsksForReviewersAloneRiskMayNotVote() {
        var candidate = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());
        long number = bench.asked(people.dana(), candidate);

        assertThat(said(bench.approve(people.rita(), number))).isEqualTo("NOT_PERMITTED");
    }

    private long asked(boolean inOrder) {
        Actor rita = people.ritaOnRecord();
        policies.put(
                rita,
                new PolicyDocument(
                        before.name(),
                        before.use(),
                        before.summary(),
                        before.unavailable(),
                        new Approvals(2, List.of(Approver.REVIEWER, Approver.RISK), inOrder, null, null),
                        before.actingThreshold(),
                        before.performance(),
                        before.fairness(),
                        before.value(),
                        before.reproducibility(),
                        before.mayNotApply()));
        var candidate = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());
        return bench.asked(people.dana(), candidate);
    }

    /** As the front page asks. */
    private Set<Role> waitsFor(long number) {
        return queued(number).waitsFor();
    }

    private PromotionRow queued(long number) {
        return dossiers.rows(people.vera(), new PromotionDossiers.Filter(null, true)).stream()
                .filter(row -> row.number() == number)
                .findFirst()
                .orElseThrow();
    }

    private String status(long number) {
        return bench.dossier(people.vera(), number).statusLine().english();
    }

    private static String said(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> done.state().name();
            case Outcome.Refused refused -> refused.code();
        };
    }
}
