package io.gatehouse.overrides;

import static io.gatehouse.overrides.OverrideBench.number;
import static io.gatehouse.overrides.OverrideBench.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.gatehouse.champions.ChampionSummary;
import io.gatehouse.champions.Champions;
import io.gatehouse.checks.CheckName;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.HouseDays;
import io.gatehouse.house.TestPeople;
import io.gatehouse.overrides.OverrideBench.Failed;
import io.gatehouse.overrides.Overrides.Outcome;
import io.gatehouse.overrides.Overrides.Wanted;
import io.gatehouse.people.Actor;
import io.gatehouse.policy.Policies;
import io.gatehouse.policy.PolicyDocument;
import io.gatehouse.policy.Use;
import io.gatehouse.promotion.PromotionBench;
import io.gatehouse.promotion.PromotionBench.Candidate;
import io.gatehouse.promotion.PromotionDossier;
import io.gatehouse.promotion.PromotionDossier.Choice;
import io.gatehouse.promotion.Promotions;
import io.gatehouse.promotion.RequestState;
import io.gatehouse.promotion.TestPredictions;
import io.gatehouse.sentences.Sentence;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What two people may accept although it did not pass, until when, and what that does to the request. */
@DatabaseTest
class OverridesTest {
    private final OverrideBench bench;
    private final PromotionBench requests;
    private final Overrides overrides;
    private final Promotions promotions;
    private final Champions champions;
    private final Policies policies;
    private final TestPeople people;
    private final Clock clock;
    private final JdbcClient jdbc;

    OverridesTest(
            OverrideBench bench,
            PromotionBench requests,
            Overrides overrides,
            Promotions promotions,
            Champions champions,
            Policies policies,
            TestPeople people,
            Clock clock,
            JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.bench = bench;
        this.requests = requests;
        this.overrides = overrides;
        this.promotions = promotions;
        this.champions = champions;
        this.policies = policies;
        this.people = people;
        this.clock = clock;
    }

    @Test
    void aFailedCheckThatTwoPeopleAcceptNoLongerStandsInTheWayAndTheModelSaysSo() {
        Failed failed = bench.failed();
        assertThat(code(requests.approve(people.ravi(), failed.number()))).isEqualTo("CHECKS_NOT_PASSED");

        long number = bench.proposed(failed, 30);
        assertThat(code(requests.approve(people.ravi(), failed.number()))).isEqualTo("CHECKS_NOT_PASSED");
        assertThat(status(failed)).startsWith("Blocked: fairness did not pass. OV-" + number);
        assertThat(requests.dossier(people.ravi(), failed.number()).yourVote().whyNotApprove())
                .extracting(Sentence::english, STRING)
                .contains("OV-" + number + " would accept that and waits for a second person.");
        overrides.agree(people.ravi(), number);
        assertThat(status(failed)).isEqualTo("Needs one approval by a reviewer. Overridden: fairness.");
        assertThat(dossier(failed).recommendation().getFirst().english())
                .startsWith("3 of 4 checks of the policy human-reviewed")
                .contains("Fairness by segment");

        assertThat(code(requests.approve(people.ravi(), failed.number()))).isEqualTo("EXECUTED");
        ChampionSummary summary =
                champions.page(people.vera(), failed.model()).orElseThrow().champion();
        assertThat(summary.health()).isEqualTo(ChampionSummary.Health.WATCH);
        assertThat(summary.verdict().english())
                .contains("in use under an override until")
                .contains("OV-" + number);
    }

    @Test
    void anOverrideIsBoundToWhatVotesReadAndVoidsApprovalsOfBefore() {
        Failed failed = bench.failed();
        String before = dossier(failed).digest();
        long number = bench.inForce(failed, 30);

        assertThat(dossier(failed).digest()).isNotEqualTo(before);
        assertThat(promotions.vote(people.ravi(), failed.number(), Choice.APPROVE, "", before))
                .isInstanceOfSatisfying(Promotions.Outcome.Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo("CHANGED_SINCE");
                    assertThat(refused.sentence().english()).startsWith("The overrides in force changed");
                });
        overrides.withdraw(people.priya(), number, "I was wrong");
        assertThat(dossier(failed).digest()).isEqualTo(before);
        assertThat(code(requests.approve(people.ravi(), failed.number()))).isEqualTo("CHECKS_NOT_PASSED");
        assertThat(dossier(failed).overrides())
                .singleElement()
                .satisfies(each -> assertThat(each.endReason()).isEqualTo("I was wrong"));
    }

    @Test
    void approvalsGivenUnderAnOverrideNoLongerCountOnceItIsWithdrawn() {
        Failed failed = bench.failed();
        long request = failed.number();
        jdbc.sql(
                        "update promotion_request set approvals_needed = 2, approval_kinds = 'REVIEWER,REVIEWER' where number = ?")
                .param(request)
                .update();
        long number = bench.inForce(failed, 30);
        requests.approve(people.ravi(), request);
        assertThat(requests.dossier(people.vera(), request).votes())
                .singleElement()
                .satisfies(vote -> assertThat(vote.current()).isTrue());

        assertThat(said(overrides.withdraw(people.rita(), number, "Risk does not carry this")))
                .isEqualTo("WITHDRAWN");

        PromotionDossier dossier = requests.dossier(people.vera(), request);
        assertThat(dossier.votes())
                .singleElement()
                .satisfies(vote -> assertThat(vote.current()).isFalse());
        assertThat(dossier.state()).isEqualTo(RequestState.AWAITING_REVIEW);
        assertThat(dossier.history().getLast().sentence().english())
                .contains("Approvals given before no longer count, since the overrides that they rest on changed");
    }

    @Test
    void everyFailedCheckNeedsOneOfItsOwnAndOnePerCheckWaits() {
        Failed failed = bench.failed();
        long number = bench.proposed(failed, 30);

        assertThat(said(bench.propose(people.ravi(), failed, 30))).isEqualTo("ALREADY_PROPOSED");
        overrides.agree(people.ravi(), number);
        assertThat(said(bench.propose(people.ravi(), failed, 30))).isEqualTo("ALREADY_IN_FORCE");
        assertThat(said(overrides.propose(people.ravi(), failed.number(), CheckName.VALUE, bench.days(3))))
                .isEqualTo("NOT_NEEDED");
    }

    @Test
    void whatCouldNotBeComputedCannotBeAccepted() {
        String model = requests.model(people.dana());
        requests.approve(
                people.priya(),
                requests.asked(people.dana(), requests.candidate(people.dana(), model, TestPredictions.good())));
        Candidate apart = requests.candidate(people.dmitri(), model, TestPredictions.good());
        requests.put(people.dmitri(), apart.run(), "evaluation/evidence.json", """
                {"label": "label", "score": "score", "positive_label": 1, "split": "split",
                 "segments": ["plan_type", "age_band", "region"], "threshold": 0.2}""");
        long request = requests.asked(people.dana(), apart);

        Outcome outcome = overrides.propose(people.priya(), request, CheckName.PERFORMANCE, bench.days(10));

        assertThat(refusal(outcome).code()).isEqualTo("NOT_OVERRIDABLE");
        assertThat(refusal(outcome).field()).isEqualTo("check");
        assertThat(refusal(outcome).sentence().english())
                .contains("could not be computed", "have the checks run again");
    }

    @Test
    void forAutomatedUseNoFairnessCheckCanBeAcceptedAndTheSentenceSaysTheWayOut() {
        PolicyDocument shipped = policies.of(Use.AUTOMATED).orElseThrow().document();
        policies.put(people.ritaOnRecord(), changed(shipped, null, null));
        try {
            Candidate candidate =
                    requests.candidate(people.dmitri(), requests.model(people.dana()), OverrideBench.unfair(0));
            long request = ask(candidate, Use.AUTOMATED);

            Outcome outcome = overrides.propose(people.priya(), request, CheckName.FAIRNESS, bench.days(10));

            assertThat(refusal(outcome).code()).isEqualTo("NOT_OVERRIDABLE");
            assertThat(refusal(outcome).sentence().english())
                    .isEqualTo(
                            "For automated use no fairness check can be overridden, since nobody stands between the score"
                                    + " and the customer. Ask for this version for a use in which a person decides, or train one"
                                    + " that passes.");
        } finally {
            policies.put(people.ritaOnRecord(), shipped);
        }
    }

    @Test
    void ninetyOneDaysAreRefusedAndNinetyAreNot() {
        Failed failed = bench.failed();

        Outcome tooLong = bench.propose(people.priya(), failed, 91);
        assertThat(refusal(tooLong).code()).isEqualTo("INVALID_UNTIL");
        assertThat(refusal(tooLong).field()).isEqualTo("until");
        assertThat(refusal(tooLong).sentence().english()).contains("90 days at most");
        assertThat(refusal(bench.propose(people.priya(), failed, -1)).field()).isEqualTo("until");
        CheckOverride longest = bench.read(bench.proposed(failed, 90));
        assertThat(longest.lastDay()).isEqualTo(today().plusDays(90));
        assertThat(longest.daysLeft(clock.instant())).isEqualTo(90);
    }

    @Test
    void aPolicyMayAllowFewerDaysOrNone() {
        PolicyDocument shipped = policies.of(Use.HUMAN_REVIEWED).orElseThrow().document();
        try {
            policies.put(people.ritaOnRecord(), changed(shipped, shipped.unavailable(), 14));
            Failed failed = bench.failed();
            assertThat(overrides.mostDays(people.priya(), failed.number())).isEqualTo(14);
            assertThat(refusal(bench.propose(people.priya(), failed, 15)).code())
                    .isEqualTo("INVALID_UNTIL");

            policies.put(people.ritaOnRecord(), changed(shipped, shipped.unavailable(), 0));
            Failed none = bench.failed();
            assertThat(refusal(bench.propose(people.priya(), none, 1)).code()).isEqualTo("NOT_OVERRIDABLE");
        } finally {
            policies.put(people.ritaOnRecord(), shipped);
        }
    }

    @Test
    void reasonAndCompensatingControlAreNeeded() {
        Failed failed = bench.failed();
        LocalDate until = today().plusDays(3);

        assertThat(refusal(propose(failed, new Wanted(" ", "control", until))).field())
                .isEqualTo("reason");
        assertThat(refusal(propose(failed, new Wanted("reason", "", until))).field())
                .isEqualTo("control");
        assertThat(refusal(propose(failed, new Wanted("reason", "c".repeat(4001), until)))
                        .code())
                .isEqualTo("INVALID_TEXT");
        long number = bench.proposed(failed, 3);
        assertThat(refusal(overrides.decline(people.ravi(), number, "")).field())
                .isEqualTo("reason");
    }

    @Test
    void theSameEvidenceCanBeAcceptedAgainButForNoLongerThanAtFirst() {
        Failed failed = bench.failed();
        overrides.withdraw(people.ravi(), bench.inForce(failed, 30), "On second thoughts");

        assertThat(refusal(bench.propose(people.priya(), failed, 31)).code()).isEqualTo("NO_NEW_EVIDENCE");
        assertThat(said(bench.propose(people.priya(), failed, 30))).isEqualTo("PROPOSED");
    }

    @Test
    void aRenewalNeedsNewEvidenceAndThereIsOneOnly() {
        Failed failed = bench.failed();
        long first = bench.promoted(failed, 30);
        assertThat(refusal(overrides.renew(people.priya(), first, bench.days(60)))
                        .code())
                .isEqualTo("NO_NEW_EVIDENCE");
        bench.judgedAgain(failed);
        assertThat(refusal(overrides.renew(people.priya(), first, bench.days(60)))
                        .code())
                .isEqualTo("NO_NEW_EVIDENCE");

        bench.newEvidence(failed, 0.01);
        bench.judgedAgain(failed);
        long second = number(overrides.renew(people.priya(), first, bench.days(60)));
        assertThat(bench.read(first).state()).isEqualTo(OverrideState.IN_FORCE);
        overrides.agree(people.ravi(), second);
        assertThat(bench.read(first).state()).isEqualTo(OverrideState.RENEWED);
        assertThat(bench.read(second).renews()).isEqualTo(first);
        assertThat(champions
                        .page(people.vera(), failed.model())
                        .orElseThrow()
                        .champion()
                        .verdict()
                        .english())
                .contains("OV-" + second);

        bench.newEvidence(failed, 0.02);
        bench.judgedAgain(failed);
        assertThat(refusal(overrides.renew(people.priya(), second, bench.days(80)))
                        .code())
                .isEqualTo("RENEWED_ONCE");
    }

    @Test
    void anotherEvaluationOfTheRequestIsNotCovered() {
        Failed failed = bench.failed();
        bench.inForce(failed, 30);
        bench.newEvidence(failed, 0.03);
        promotions.evaluateAgain(people.dana(), failed.number());
        requests.runJobs();

        assertThat(status(failed)).startsWith("Blocked: fairness did not pass.");
        assertThat(code(requests.approve(people.ravi(), failed.number()))).isEqualTo("CHECKS_NOT_PASSED");
    }

    @Test
    void whatTheSameEvaluationFindsAgainIsStillCovered() {
        Failed failed = bench.failed();
        bench.inForce(failed, 30);
        promotions.evaluateAgain(people.dana(), failed.number());
        requests.runJobs();

        assertThat(code(requests.approve(people.ravi(), failed.number()))).isEqualTo("EXECUTED");
    }

    @Test
    void whatChangedSinceTheChecksRanCannotBeAccepted() {
        Failed failed = bench.failed();
        long number = bench.proposed(failed, 30);
        bench.newEvidence(failed, 0.04);

        assertThat(said(overrides.agree(people.ravi(), number))).isEqualTo("CHANGED_SINCE");
        promotions.evaluateAgain(people.dana(), failed.number());
        requests.runJobs();
        assertThat(said(overrides.agree(people.ravi(), number))).isEqualTo("CHANGED_SINCE");
        assertThat(said(overrides.decline(people.ravi(), number, "Judged anew since")))
                .isEqualTo("DECLINED");
    }

    @Test
    void aDecidedRequestTakesNone() {
        Failed failed = bench.failed();
        requests.vote(people.ravi(), failed.number(), Choice.REJECT, "No");

        assertThat(said(bench.propose(people.priya(), failed, 30))).isEqualTo("NOT_OPEN");
    }

    @Test
    void theListFiltersByStateModelAndAge() {
        Failed one = bench.failed();
        Failed other = bench.failed();
        long proposed = bench.proposed(one, 30);
        long inForce = bench.inForce(other, 20);

        assertThat(listed(Set.of(OverrideState.PROPOSED), one.model(), null)).containsExactly(proposed);
        assertThat(listed(Set.of(OverrideState.IN_FORCE), one.model(), null)).isEmpty();
        assertThat(listed(Set.of(), other.model(), 0)).containsExactly(inForce);
        assertThat(listed(Set.of(), other.model(), 1)).isEmpty();
        assertThat(listed(Set.of(), null, null)).containsSubsequence(inForce, proposed);
    }

    @Test
    void homeTellsThoseWhomItConcernsAndWhomItWaitsFor() {
        Failed failed = bench.failed();
        long number = bench.proposed(failed, 30);

        assertThat(concern(people.ravi(), number)).isEqualTo(true);
        assertThat(concern(people.priya(), number)).isEqualTo(false);
        assertThat(concern(people.dana(), number)).as("who asked").isEqualTo(false);
        assertThat(concern(people.dmitri(), number)).as("who trained").isEqualTo(false);
        assertThat(concern(people.vera(), number)).isNull();
        assertThat(concern(people.carl(), number)).isNull();
    }

    @Test
    void homeTellsEverybodyWhatIsInForce() {
        long number = bench.inForce(bench.failed(), 30);

        assertThat(concern(people.vera(), number)).isEqualTo(false);
        assertThat(concern(people.ravi(), number)).isEqualTo(false);
    }

    private @Nullable Boolean concern(Actor reader, long number) {
        return overrides.concerning(reader).stream()
                .filter(each -> each.override().number() == number)
                .findFirst()
                .map(Overrides.Concern::waitsForYou)
                .orElse(null);
    }

    private List<Long> listed(Set<OverrideState> states, @Nullable String model, @Nullable Integer olderThan) {
        return overrides.all(people.vera(), new Overrides.Query(states, model, olderThan)).stream()
                .map(CheckOverride::number)
                .toList();
    }

    private Outcome propose(Failed failed, Wanted wanted) {
        return overrides.propose(people.priya(), failed.number(), CheckName.FAIRNESS, wanted);
    }

    private long ask(Candidate candidate, Use use) {
        long number = ((Promotions.Asked.Open)
                        promotions.ask(people.dana(), candidate.model(), candidate.version(), "champion", use, ""))
                .number();
        requests.runJobs();
        return number;
    }

    private PromotionDossier dossier(Failed failed) {
        return requests.dossier(people.vera(), failed.number());
    }

    private String status(Failed failed) {
        return dossier(failed).statusLine().english();
    }

    private LocalDate today() {
        return HouseDays.of(clock.instant());
    }

    private static Outcome.Refused refusal(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return (Outcome.Refused) outcome;
    }

    private static String code(Promotions.Outcome outcome) {
        return switch (outcome) {
            case Promotions.Outcome.Done done -> done.state().name();
            case Promotions.Outcome.Refused refused -> refused.code();
        };
    }

    private static PolicyDocument changed(
            PolicyDocument before, @Nullable String unavailable, @Nullable Integer overrideDays) {
        return new PolicyDocument(
                before.name(),
                before.use(),
                before.summary(),
                unavailable,
                before.approvals(),
                before.actingThreshold(),
                before.performance(),
                before.fairness(),
                before.value(),
                before.reproducibility(),
                before.mayNotApply(),
                before.modelCard(),
                before.execution(),
                overrideDays);
    }
}
