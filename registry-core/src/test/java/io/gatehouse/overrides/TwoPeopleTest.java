package io.gatehouse.overrides;

import static io.gatehouse.house.Together.together;
import static io.gatehouse.overrides.OverrideBench.number;
import static io.gatehouse.overrides.OverrideBench.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.delegation.Delegations;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.HouseClock;
import io.gatehouse.house.TestPeople;
import io.gatehouse.ids.Ids;
import io.gatehouse.overrides.OverrideBench.Failed;
import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import io.gatehouse.people.Role;
import io.gatehouse.promotion.PromotionBench;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two people stand for an override: neither asked nor trained, and the two are not one, through whichever account they act. */
@DatabaseTest
class TwoPeopleTest {
    private final OverrideBench bench;
    private final PromotionBench requests;
    private final Overrides overrides;
    private final Delegations delegations;
    private final People people;
    private final TestPeople cast;
    private final HouseClock clock;
    private final JdbcClient jdbc;
    private final Ids ids;

    TwoPeopleTest(
            OverrideBench bench,
            PromotionBench requests,
            Overrides overrides,
            Delegations delegations,
            People people,
            TestPeople cast,
            HouseClock clock,
            JdbcClient jdbc,
            Ids ids) {
        this.bench = bench;
        this.requests = requests;
        this.overrides = overrides;
        this.delegations = delegations;
        this.people = people;
        this.cast = cast;
        this.clock = clock;
        this.jdbc = jdbc;
        this.ids = ids;
    }

    @Test
    void whoProposedItCannotAgreeNorDecline() {
        long number = bench.proposed(bench.failed(), 30);

        assertThat(said(overrides.agree(cast.priya(), number))).isEqualTo("FOUR_EYES");
        assertThat(said(overrides.decline(cast.priya(), number, "No"))).isEqualTo("FOUR_EYES");
        assertThat(overrides.yours(cast.priya(), bench.read(number)).mayAgree()).isFalse();
        assertThat(overrides.yours(cast.ravi(), bench.read(number)).mayAgree()).isTrue();
        assertThat(said(overrides.agree(cast.rita(), number))).as("risk may").isEqualTo("IN_FORCE");
    }

    @Test
    void onlyReviewersAndRiskTakePart() {
        Failed failed = bench.failed();
        for (Actor other : List.of(cast.dana(), cast.vera(), cast.carl(), cast.adam())) {
            assertThat(said(bench.propose(other, failed, 30))).isEqualTo("NOT_PERMITTED");
        }
        long number = bench.proposed(failed, 30);
        assertThat(said(overrides.agree(cast.dana(), number))).isEqualTo("NOT_PERMITTED");
        assertThat(said(overrides.withdraw(cast.ravi(), number, "Not mine"))).isEqualTo("NOT_YOURS");
    }

    @Test
    void whoTrainedOrAskedIsNeitherOfTheTwoEvenAsAReviewer() {
        Actor both = cast.both();
        var trained = requests.candidate(both, cast.dana(), requests.model(cast.dana()), OverrideBench.unfair(0), 0.9);
        Failed failed = new Failed(trained, requests.asked(cast.dana(), trained));

        assertThat(said(bench.propose(both, failed, 30))).isEqualTo("FOUR_EYES");
        long number = bench.proposed(failed, 30);
        assertThat(said(overrides.agree(both, number))).isEqualTo("FOUR_EYES");
        assertThat(overrides.yours(both, bench.read(number)).whyNotAgree()).isNotNull();
    }

    @Test
    void aServiceAccountOfWhoProposedIsNoSecondPerson() {
        Actor proposer = human(Role.REVIEWER);
        long number = number(bench.propose(proposer, bench.failed(), 30));

        assertThat(said(overrides.agree(serviceOf(proposer), number))).isEqualTo("FOUR_EYES");
    }

    @Test
    void whoReviewsInTheSteadOfWhoProposedIsNoSecondPersonNorAreThoseInWhoseSteadItWasProposed() {
        Actor proposer = human(Role.REVIEWER);
        Actor standIn = human(Role.REVIEWER);
        hand(proposer, standIn);
        long number = number(bench.propose(proposer, bench.failed(), 30));
        assertThat(said(overrides.agree(standIn, number))).isEqualTo("FOUR_EYES");

        Actor away = human(Role.REVIEWER);
        Actor active = human(Role.REVIEWER);
        UUID delegation = hand(away, active);
        long other = number(bench.propose(active, bench.failed(), 30));
        delegations.end(away, delegation);
        assertThat(said(overrides.agree(away, other))).isEqualTo("FOUR_EYES");
    }

    @RepeatedTest(3)
    void ofTwoAgreementsAtTheSameMomentOneCounts() throws Exception {
        Failed failed = bench.failed();
        long number = bench.proposed(failed, 30);
        Actor ravi = cast.ravi();
        Actor rita = cast.rita();

        List<String> said =
                together(() -> said(overrides.agree(ravi, number)), () -> said(overrides.agree(rita, number)));

        assertThat(said).containsExactlyInAnyOrder("IN_FORCE", "NOT_OPEN");
        assertThat(bench.read(number).state()).isEqualTo(OverrideState.IN_FORCE);
    }

    @RepeatedTest(3)
    void agreeingAndWithdrawingAtTheSameMomentLeavesOneOfTheTwoAndNoApprovalWithoutIt() throws Exception {
        Failed failed = bench.failed();
        long number = bench.proposed(failed, 30);
        Actor ravi = cast.ravi();
        Actor priya = cast.priya();

        List<String> said = together(
                () -> said(overrides.agree(ravi, number)),
                () -> said(overrides.withdraw(priya, number, "On second thoughts")));

        // Whoever agrees first can be taken back; who comes too late is told so.
        assertThat(said).contains("WITHDRAWN").containsAnyOf("IN_FORCE", "NOT_OPEN");
        assertThat(bench.read(number).state()).isEqualTo(OverrideState.WITHDRAWN);
        var dossier = requests.dossier(ravi, failed.number());
        assertThat(dossier.digest())
                .isEqualTo(Objects.requireNonNull(dossier.evaluation()).digest());
    }

    @RepeatedTest(3)
    void proposingTwiceAtTheSameMomentGivesOne() throws Exception {
        Failed failed = bench.failed();
        Actor ravi = cast.ravi();
        Actor priya = cast.priya();

        List<String> said =
                together(() -> said(bench.propose(ravi, failed, 30)), () -> said(bench.propose(priya, failed, 30)));

        assertThat(said).containsExactlyInAnyOrder("PROPOSED", "ALREADY_PROPOSED");
    }

    private UUID hand(Actor from, Actor to) {
        Delegations.Outcome outcome =
                delegations.hand(from, to.person().username(), clock.instant().plus(Duration.ofDays(20)), "Away");
        return ((Delegations.Outcome.Done) outcome).delegation().id();
    }

    private Actor human(Role role) {
        String username = "person-" + ids.hex32();
        return new Actor(
                people.add(new People.NewPerson(username, "P " + username.substring(7, 12), "", Set.of(role), "x")),
                Actor.Via.SCREEN,
                "test");
    }

    private Actor serviceOf(Actor human) {
        UUID id = ids.next();
        String username = "service-" + ids.hex32();
        jdbc.sql("""
                insert into person (id, username, display_name, email, kind, answers_to, password_hash, active, created_at)
                select cast(? as uuid), ?, 'A program', '', 'SERVICE', id, null, true, created_at from person where id = ?""").params(id, username, human.person().id()).update();
        Person service = new Person(
                id,
                username,
                "A program",
                "",
                Person.Kind.SERVICE,
                human.person().answersTo(),
                Set.of(Role.REVIEWER),
                true);
        return new Actor(service, Actor.Via.API, "test");
    }
}
