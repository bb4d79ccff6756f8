package io.gatehouse.policy;

import static io.gatehouse.house.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.delegation.Delegation;
import io.gatehouse.delegation.Delegations;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.ids.Ids;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Person;
import io.gatehouse.people.Role;
import io.gatehouse.policy.Proposal.Wanted;
import io.gatehouse.policy.Proposals.Outcome;
import io.gatehouse.policy.Proposals.Proposed;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Sentences;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class ProposalsTest {
    private static final String AUTOMATED = "automated";

    private final Proposals proposals;
    private final ProposalDesk desk;
    private final Policies policies;
    private final ValueBook book;
    private final TestPeople people;
    private final JdbcClient jdbc;
    private final Delegations delegations;
    private final Clock clock;
    private final Ids ids;

    ProposalsTest(
            Proposals proposals,
            ProposalDesk desk,
            Policies policies,
            ValueBook book,
            TestPeople people,
            JdbcClient jdbc,
            Delegations delegations,
            Clock clock,
            Ids ids) {
        this.delegations = delegations;
        this.clock = clock;
        this.proposals = proposals;
        this.desk = desk;
        this.policies = policies;
        this.book = book;
        this.people = people;
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** The policies are shared by all tests. */
    @AfterEach
    void asItWas() {
        policies.put(people.ritaOnRecord(), ShippedPolicies.read(AUTOMATED));
    }

    @Test
    void aProposalIsNoVersionUntilASecondPersonAgrees() {
        int before = newest();
        long number = proposed("Reads otherwise now.");
        assertThat(newest()).isEqualTo(before);
        assertThat(read(number).state()).isEqualTo(ProposalState.PROPOSED);

        assertThat(proposals.accept(people.priya(), number, "Agreed"))
                .isEqualTo(new Outcome.Done(ProposalState.ACCEPTED, done(before + 1), before + 1));

        assertThat(newest()).isEqualTo(before + 1);
        assertThat(policies.newest(people.vera(), AUTOMATED).orElseThrow().by()).isEqualTo("Rita Gomez");
        Proposal accepted = read(number);
        assertThat(accepted.version()).isEqualTo(before + 1);
        assertThat(accepted.decision()).satisfies(decision -> {
            assertThat(decision).isNotNull();
            assertThat(decision.by().name()).isEqualTo("Priya Shah");
            assertThat(decision.reason()).isEqualTo("Agreed");
        });
        assertThat(audited("policy/" + AUTOMATED)).endsWith("policy.proposed", "policy.accepted");
    }

    private static Sentence done(int version) {
        return Sentences.say(
                "proposal.done.ACCEPTED",
                "person",
                "Priya Shah",
                "subject",
                "the policy " + AUTOMATED,
                "version",
                version);
    }

    @Test
    void whoeverProposedMayNotAcceptNotEvenThroughAServiceAccountAndTheRefusalIsOnRecord() {
        long number = proposed("Mine alone.");

        assertRefused(proposals.accept(people.rita(), number, ""), "FOUR_EYES");
        assertRefused(proposals.accept(serviceOf(people.rita()), number, ""), "FOUR_EYES");
        assertRefused(proposals.reject(people.rita(), number, "No"), "FOUR_EYES");
        assertThat(audited("policy/" + AUTOMATED))
                .endsWith("policy.accept_refused", "policy.accept_refused", "policy.reject_refused");
        assertThat(read(number).state()).isEqualTo(ProposalState.PROPOSED);
        proposals.withdraw(people.rita(), number, "");
    }

    @Test
    void whoReviewsInTheSteadOfTheOtherCountsAsOneWithThemInBothDirections() {
        assertOneWhile(people.rita(), people.priya());
        assertOneWhile(people.priya(), people.rita());
    }

    /** Rita proposes and Priya decides, while one reviews in the other's stead, and after that. */
    private void assertOneWhile(Actor from, Actor to) {
        Actor priya = people.priya();
        long number = proposed("While away " + UUID.randomUUID());
        Delegation handed = ((Delegations.Outcome.Done) delegations.hand(
                        from, to.person().username(), clock.instant().plus(Duration.ofDays(3)), "On leave"))
                .delegation();
        try {
            assertThat(proposals.accept(priya, number, "")).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
                assertThat(refused.code()).isEqualTo("FOUR_EYES");
                assertThat(refused.sentence().english())
                        .startsWith("Rita Gomez proposed this, and the two of you count as one");
            });
            assertRefused(proposals.reject(priya, number, "No"), "FOUR_EYES");
            assertThat(desk.waitingFor(priya)).extracting(Proposal::number).doesNotContain(number);
            assertThat(desk.waitingFor(people.ravi()))
                    .extracting(Proposal::number)
                    .contains(number);
        } finally {
            delegations.end(from, handed.id());
        }
        assertThat(desk.waitingFor(priya)).extracting(Proposal::number).contains(number);
        assertThat(proposals.reject(priya, number, "Not now")).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void onlyRiskProposesAndOnlyRiskOrReviewersDecide() {
        assertThat(proposals.propose(people.priya(), wanted("By a reviewer."), "Why not", null))
                .isInstanceOfSatisfying(
                        Proposed.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("NOT_PERMITTED"));
        long number = proposed("Who decides?");

        assertRefused(proposals.accept(people.dana(), number, ""), "NOT_PERMITTED");
        assertRefused(proposals.accept(people.adam(), number, ""), "NOT_PERMITTED");
        assertThat(proposals.reject(people.ravi(), number, "Too early"))
                .isInstanceOfSatisfying(
                        Outcome.Done.class, done -> assertThat(done.state()).isEqualTo(ProposalState.REJECTED));
        assertRefused(proposals.accept(people.priya(), number, ""), "NOT_OPEN");
    }

    @Test
    void rejectingAndProposingTakeAReason() {
        assertThat(proposals.propose(people.rita(), wanted("No reason given."), " ", null))
                .isInstanceOfSatisfying(
                        Proposed.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("REASON_REQUIRED"));
        long number = proposed("For a reason.");

        assertRefused(proposals.reject(people.priya(), number, " "), "REASON_REQUIRED");
        assertRefused(proposals.accept(people.priya(), number, "x".repeat(4_001)), "INVALID_TEXT");
        proposals.withdraw(people.rita(), number, "");
    }

    @Test
    void whoProposedTakesItBackAndNobodyElse() {
        long number = proposed("For a while.");

        assertRefused(proposals.withdraw(people.priya(), number, ""), "NOT_YOURS");
        assertThat(proposals.withdraw(people.rita(), number, "On second thoughts"))
                .isInstanceOfSatisfying(
                        Outcome.Done.class, done -> assertThat(done.state()).isEqualTo(ProposalState.WITHDRAWN));
        assertRefused(proposals.withdraw(people.rita(), number, ""), "NOT_OPEN");
    }

    @Test
    void anotherVersionMakesTheOtherProposalsOutOfDate() {
        long one = proposed("One way.");
        long other = proposed("Another way.");

        proposals.accept(people.priya(), one, "");

        assertThat(read(other).state()).isEqualTo(ProposalState.OUTDATED);
        assertRefused(proposals.accept(people.priya(), other, ""), "NOT_OPEN");
        assertThat(audited("policy/" + AUTOMATED)).contains("policy.outdated");
    }

    @Test
    void proposingTheSameAgainFindsTheProposalAndWhatCountsAlreadyIsNone() {
        long number = proposed("Just once.");

        assertThat(proposals.propose(people.rita(), wanted("Just once."), "A double click", null))
                .isEqualTo(new Proposed.Open(number, false));
        PolicyDocument newest =
                policies.newest(people.rita(), AUTOMATED).orElseThrow().document();
        assertThat(proposals.propose(people.rita(), new Wanted.Policy(newest), "", null))
                .isEqualTo(new Proposed.Unchanged(newest()));
        proposals.withdraw(people.rita(), number, "");
    }

    @Test
    void whatWasWrittenOnAnOlderVersionIsRefusedAndSaysWhichCounts() {
        int read = newest();
        proposals.accept(people.priya(), proposed("Came meanwhile."), "");

        assertThat(proposals.propose(people.rita(), wanted("From a stale tab."), "Stale", read))
                .isInstanceOfSatisfying(Proposed.Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo("CHANGED_SINCE");
                    assertThat(refused.sentence().english()).contains("version " + read, "version " + (read + 1));
                });
    }

    @Test
    void valueAssumptionsTakeTwoPeopleToo() {
        UUID model = UUID.randomUUID();
        ValueAssumptions house = book.ofInstallation().orElseThrow();
        ValueAssumptions wanted = forModel(house, model);
        Proposed.Open open = (Proposed.Open)
                proposals.propose(people.rita(), new Wanted.Assumptions(wanted, null), "Measured anew", null);
        assertThat(book.of(model)).contains(house);
        assertThat(((Wanted.Assumptions) read(open.number()).wanted()).says()).isEqualTo(wanted);

        assertThat(proposals.accept(people.ravi(), open.number(), "")).isInstanceOf(Outcome.Done.class);

        assertThat(book.of(model))
                .hasValueSatisfying(now -> assertThat(now.saysTheSame(wanted)).isTrue());
        assertThat(desk.ofAssumptions(people.vera(), model))
                .singleElement()
                .satisfies(found -> assertThat(found.version())
                        .isEqualTo(book.of(model).orElseThrow().version()));
        assertThat(audited("value-assumptions/" + model))
                .containsExactly("value_assumptions.proposed", "value_assumptions.accepted");
    }

    @RepeatedTest(3)
    void ofTwoAcceptancesAtTheSameMomentOneCounts() throws Exception {
        int before = newest();
        long number = proposed("Twice at once.");
        Actor priya = people.priya();
        Actor ravi = people.ravi();

        List<Outcome> outcomes =
                together(() -> proposals.accept(priya, number, ""), () -> proposals.accept(ravi, number, ""));

        assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        assertThat(newest()).isEqualTo(before + 1);
    }

    @RepeatedTest(3)
    void ofTwoProposalsAcceptedAtTheSameMomentOneIsTheNextVersionAndTheOtherOutOfDate() throws Exception {
        int before = newest();
        long one = proposed("One, " + ids.hex32());
        long other = proposed("Other, " + ids.hex32());
        Actor priya = people.priya();
        Actor ravi = people.ravi();

        List<Outcome> outcomes =
                together(() -> proposals.accept(priya, one, ""), () -> proposals.accept(ravi, other, ""));

        assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        assertThat(newest()).isEqualTo(before + 1);
        assertThat(List.of(read(one).state(), read(other).state()))
                .containsExactlyInAnyOrder(ProposalState.ACCEPTED, ProposalState.OUTDATED);
    }

    private static void assertRefused(Outcome outcome, String code) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private int newest() {
        return policies.newest(people.vera(), AUTOMATED).orElseThrow().ref().version();
    }

    private Proposal read(long number) {
        return desk.read(people.vera(), number).orElseThrow().proposal();
    }

    private long proposed(String summary) {
        Proposed proposed = proposals.propose(people.rita(), wanted(summary), "It reads better", null);
        if (proposed instanceof Proposed.Open open) {
            return open.number();
        }
        throw new AssertionError("Expected a proposal, was " + proposed);
    }

    private static Wanted wanted(String summary) {
        PolicyDocument shipped = ShippedPolicies.read(AUTOMATED);
        return new Wanted.Policy(new PolicyDocument(
                shipped.name(),
                shipped.use(),
                summary,
                shipped.unavailable(),
                shipped.approvals(),
                shipped.actingThreshold(),
                shipped.performance(),
                shipped.fairness(),
                shipped.value(),
                shipped.reproducibility(),
                shipped.mayNotApply()));
    }

    private static ValueAssumptions forModel(ValueAssumptions house, @Nullable UUID model) {
        return new ValueAssumptions(
                0,
                model,
                house.owner(),
                "Measured anew.",
                house.customerValue(),
                house.monthsKept(),
                house.offerCost(),
                house.contactCost(),
                house.saveRate(),
                house.customersPerMonth() + 1,
                house.costs());
    }

    private static Actor serviceOf(Actor human) {
        Person person = human.person();
        return new Actor(
                new Person(
                        UUID.randomUUID(),
                        "robot",
                        "Robot",
                        "",
                        Person.Kind.SERVICE,
                        person.id(),
                        Set.of(Role.RISK, Role.REVIEWER),
                        true),
                Actor.Via.API,
                "test");
    }

    private List<String> audited(String object) {
        return jdbc.sql("select action from audit_event where object = ? order by seq")
                .param(object)
                .query((row, index) -> row.getString(1))
                .list();
    }
}
