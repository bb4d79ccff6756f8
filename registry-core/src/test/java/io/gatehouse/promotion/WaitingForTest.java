package io.gatehouse.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.delegation.Delegations;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.HouseClock;
import io.gatehouse.house.TestPeople;
import io.gatehouse.ids.Ids;
import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.people.Role;
import io.gatehouse.promotion.PromotionBench.Candidate;
import io.gatehouse.promotion.PromotionDossiers.VoteWanted;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class WaitingForTest {
    private static final int ALL = 10_000;

    /** More than one look at the open requests takes in. */
    private static final int MANY = 120;

    private final PromotionDossiers dossiers;
    private final PromotionBench bench;
    private final TestPeople cast;
    private final People people;
    private final Delegations delegations;
    private final HouseClock clock;
    private final JdbcClient jdbc;
    private final Ids ids;

    WaitingForTest(
            PromotionDossiers dossiers,
            PromotionBench bench,
            TestPeople cast,
            People people,
            Delegations delegations,
            HouseClock clock,
            JdbcClient jdbc,
            Ids ids) {
        this.dossiers = dossiers;
        this.bench = bench;
        this.cast = cast;
        this.people = people;
        this.delegations = delegations;
        this.clock = clock;
        this.jdbc = jdbc;
        this.ids = ids;
    }

    @Test
    void aRequestWaitsForWhoMayDecideOnItUntilTheyHave() {
        Actor asker = human("Asker", Role.DATA_SCIENTIST, Role.REVIEWER);
        Actor nobody = human("Viewer", Role.VIEWER);
        int before = count(cast.priya());
        int ofWhoAsks = count(asker);
        long asked = asked(asker, asker);

        assertThat(count(cast.priya())).isEqualTo(before + 1);
        assertThat(numbers(cast.priya())).contains(asked);
        assertThat(count(asker)).as("who asked could decide on others").isEqualTo(ofWhoAsks);
        assertThat(count(nobody)).isZero();
        assertThat(dossiers.waitingFor(cast.priya(), 0, 1)).isEqualTo(new PromotionDossiers.VotesWanted(List.of(), 1));

        bench.approve(cast.priya(), asked);
        assertThat(count(cast.priya())).isEqualTo(before);
        assertThat(numbers(cast.priya())).doesNotContain(asked);
    }

    @Test
    void nobodyIsWaitedForToDecideOnWhatTheyTrained() {
        int before = count(cast.both());
        long trained = asked(cast.dana(), cast.both());

        assertThat(count(cast.both())).isEqualTo(before);
        assertThat(numbers(cast.both())).doesNotContain(trained);
    }

    @Test
    void whoHasTheNameOfWhoAskedIsWaitedForAllTheSame() {
        Actor namesake = human(cast.dana().person().displayName(), Role.REVIEWER);
        long asked = asked(cast.dana(), cast.dana());

        assertThat(numbers(namesake)).contains(asked);
    }

    @Test
    void olderRequestsThatWaitForOthersHideNoneThatWaitsForTheReader() {
        int before = count(cast.rita());
        for (int i = 0; i < 2; i++) {
            asked(cast.dana(), cast.dana());
        }
        long ofRisk = asked(cast.dana(), cast.dana());
        seats(ofRisk, "RISK");

        VotesFound found = found(cast.rita(), before + 1);
        assertThat(found.count()).isEqualTo(before + 1);
        assertThat(found.numbers()).contains(ofRisk);
        reject(cast.rita(), ofRisk);
    }

    @Test
    void manyOlderOnesWithTheirTurnStillToComeHideNoneEither() {
        int before = count(cast.rita());
        long first = asked(cast.dana(), cast.dana());
        seats(first, "REVIEWER,RISK");
        jdbc.sql("update promotion_request set approvals_in_order = true where number = ?")
                .param(first)
                .update();
        copies(first);
        long ofRisk = asked(cast.dana(), cast.dana());
        seats(ofRisk, "RISK");

        VotesFound found = found(cast.rita(), before + 1);
        jdbc.sql("delete from promotion_request where note = 'a copy'").update();

        assertThat(found.count()).isEqualTo(before + 1);
        assertThat(found.numbers()).contains(ofRisk);
        reject(cast.rita(), ofRisk);
    }

    @Test
    void aSeatIsFreeForWhoeverFitsWhereSomebodyOnItCanMoveOver() {
        Actor ofBothKinds = human("Both kinds", Role.REVIEWER, Role.RISK);
        long asked = asked(cast.dana(), cast.dana());
        seats(asked, "REVIEWER,RISK");
        bench.approve(ofBothKinds, asked);

        assertThat(numbers(cast.priya())).contains(asked);
        assertThat(numbers(cast.rita())).contains(asked);
        assertThat(numbers(ofBothKinds)).doesNotContain(asked);
        reject(cast.rita(), asked);
    }

    @Test
    void aSeatIsFreeAgainOnceTheApprovalOnItHoldsNoMore() {
        Actor leaves = human("Leaves", Role.REVIEWER);
        long asked = asked(cast.dana(), cast.dana());
        seats(asked, "REVIEWER,RISK");
        bench.approve(leaves, asked);
        assertThat(numbers(cast.priya())).doesNotContain(asked);
        assertThat(numbers(cast.rita())).contains(asked);

        jdbc.sql("update person set active = false where id = ?")
                .param(leaves.person().id())
                .update();

        assertThat(numbers(cast.priya())).contains(asked);
        assertThat(numbers(cast.rita())).contains(asked);
    }

    @Test
    void aSeatIsFreeAgainOnceWhatTheApprovalRestsOnChanged() {
        Actor first = human("First", Role.REVIEWER);
        Candidate candidate = bench.candidate(cast.dana(), bench.model(cast.dana()), TestPredictions.good());
        long asked = bench.asked(cast.dana(), candidate);
        seats(asked, "REVIEWER,RISK");
        bench.approve(first, asked);
        assertThat(numbers(cast.priya())).doesNotContain(asked);

        bench.put(
                cast.dana(),
                candidate.run(),
                "evaluation/evidence.json",
                TestPredictions.good().description().replace(", \"region\"", ""));

        assertThat(numbers(cast.priya())).contains(asked);
    }

    @Test
    void whoeverStandsForAReviewerReadsForWhomAndIsNotAskedAboutTheirWork() {
        Actor away = human("Away", Role.REVIEWER, Role.DATA_SCIENTIST);
        Actor standIn = human("Stand-in", Role.VIEWER);
        delegations.hand(away, standIn.person().username(), clock.instant().plus(Duration.ofDays(2)), "On leave");
        long others = asked(cast.dana(), cast.dana());
        long own = asked(away, away);

        assertThat(dossiers.waitingFor(standIn, ALL, ALL).first())
                .filteredOn(each -> each.request().number() == others)
                .singleElement()
                .extracting(VoteWanted::inSteadOf)
                .isEqualTo(List.of(away.person().displayName()));
        assertThat(numbers(standIn)).doesNotContain(own);
    }

    @Test
    void theLongestWaitingAreToldAndTheOthersCounted() {
        long older = asked(cast.dana(), cast.dana());
        long newer = asked(cast.dana(), cast.dana());

        assertThat(numbers(cast.priya())).containsSubsequence(older, newer);
        assertThat(dossiers.waitingFor(cast.priya(), 1, 2))
                .satisfies(found -> assertThat(found.first()).hasSize(1))
                .satisfies(found -> assertThat(found.count()).isEqualTo(2));
    }

    private record VotesFound(int count, List<Long> numbers) {}

    private VotesFound found(Actor actor, int most) {
        var found = dossiers.waitingFor(actor, most, most);
        return new VotesFound(
                found.count(),
                found.first().stream().map(each -> each.request().number()).toList());
    }

    private List<Long> numbers(Actor actor) {
        return found(actor, ALL).numbers();
    }

    private int count(Actor actor) {
        return dossiers.waitingFor(actor, 0, ALL).count();
    }

    private long asked(Actor asker, Actor trainer) {
        return bench.asked(
                asker, bench.candidate(trainer, cast.dana(), bench.model(cast.dana()), TestPredictions.good(), 0.9));
    }

    private void seats(long number, String kinds) {
        jdbc.sql("update promotion_request set approvals_needed = ?, approval_kinds = ? where number = ?")
                .params(kinds.split(",").length, kinds, number)
                .update();
    }

    /** Of the same moment, so that a look ends among them. */
    private void copies(long number) {
        for (int copy = 1; copy <= MANY; copy++) {
            jdbc.sql("""
                    insert into promotion_request (id, number, revision, model_id, version, alias, use_for, state, requested_by,
                           requested_at, trained_by, note, approvals_needed, approval_kinds, approvals_in_order, round, job_id, last_step)
                    select cast(? as uuid), ?, revision, model_id, version, alias, use_for, state, requested_by,
                           requested_at, trained_by, 'a copy', approvals_needed, approval_kinds, approvals_in_order, round, job_id, last_step
                    from promotion_request where number = ?""").params(UUID.randomUUID(), -copy, number).update();
        }
    }

    private void reject(Actor actor, long number) {
        bench.vote(actor, number, PromotionDossier.Choice.REJECT, "So that none is left for other tests");
    }

    private Actor human(String name, Role... roles) {
        Set<Role> all = Set.of(roles);
        String username = "u" + ids.hex32();
        return new Actor(
                people.add(new People.NewPerson(username, name, username + "@people.example", all, "password")),
                Actor.Via.SCREEN,
                "test");
    }
}
