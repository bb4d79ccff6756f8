package io.gatehouse.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.delegation.Delegations;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.HouseClock;
import io.gatehouse.house.TestPeople;
import io.gatehouse.ids.Ids;
import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import io.gatehouse.people.Role;
import io.gatehouse.promotion.Promotions.Outcome;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever votes, in whosever stead, through whichever account: it is never who asked or who trained, and never the same eyes twice. */
@DatabaseTest
class PairsOfEyesTest {
    /** What ties the voter to somebody. */
    enum Tie {
        THE_SAME,
        THEIR_SERVICE_ACCOUNT,
        VOTES_IN_THEIR_STEAD,
        HANDED_THEM_THE_REVIEWING,
        SERVICE_ACCOUNT_OF_WHO_VOTES_IN_THEIR_STEAD,
        NONE
    }

    /** What that somebody did. */
    enum Part {
        ASKED,
        TRAINED,
        VOTED
    }

    private final PromotionBench bench;
    private final Delegations delegations;
    private final People people;
    private final TestPeople cast;
    private final HouseClock clock;
    private final JdbcClient jdbc;
    private final Ids ids;

    PairsOfEyesTest(
            PromotionBench bench,
            Delegations delegations,
            People people,
            TestPeople cast,
            HouseClock clock,
            JdbcClient jdbc,
            Ids ids) {
        this.bench = bench;
        this.delegations = delegations;
        this.people = people;
        this.cast = cast;
        this.clock = clock;
        this.jdbc = jdbc;
        this.ids = ids;
    }

    static Stream<Arguments> everything() {
        return Arrays.stream(Tie.values())
                .flatMap(tie -> Arrays.stream(Part.values()).map(part -> Arguments.of(tie, part)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everything")
    void tiedEyesAreOnePair(Tie tie, Part part) {
        Actor other = human("other", Role.DATA_SCIENTIST, Role.REVIEWER);
        Actor voter = tied(tie, other);
        Actor requester = part == Part.ASKED ? other : cast.dana();
        Actor trainer = part == Part.TRAINED ? other : cast.dmitri();
        var candidate = bench.candidate(trainer, cast.dana(), bench.model(cast.dana()), TestPredictions.good(), 0.9);
        long number = bench.asked(requester, candidate);
        needsTwo(number);
        if (part == Part.VOTED) {
            assertThat(bench.approve(other, number)).isInstanceOf(Outcome.Done.class);
        }

        Outcome outcome = bench.approve(voter, number);

        if (tie == Tie.NONE) {
            assertThat(outcome).isInstanceOf(Outcome.Done.class);
        } else {
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.code())
                                    .isEqualTo(part == Part.VOTED ? "ALREADY_VOTED" : "FOUR_EYES"));
        }
        assertThat(bench.dossier(voter, number).yourVote().allowed()).isFalse();
    }

    private Actor tied(Tie tie, Actor other) {
        return switch (tie) {
            case THE_SAME -> other;
            case THEIR_SERVICE_ACCOUNT -> serviceOf(other);
            case VOTES_IN_THEIR_STEAD -> handedTo(other, human("stand-in", Role.VIEWER));
            case HANDED_THEM_THE_REVIEWING -> {
                Actor reviewer = human("away", Role.REVIEWER);
                handedTo(reviewer, other);
                yield reviewer;
            }
            case SERVICE_ACCOUNT_OF_WHO_VOTES_IN_THEIR_STEAD ->
                serviceOf(handedTo(other, human("stand-in", Role.REVIEWER)));
            case NONE -> human("third", Role.REVIEWER);
        };
    }

    @Test
    void aVoteInSomebodysSteadHasTheirSayEvenAfterTheDelegationEnded() {
        Actor away = human("away", Role.REVIEWER);
        Actor standIn = human("stand-in", Role.REVIEWER);
        var made = (Delegations.Outcome.Done) hand(away, standIn);
        long number = asked();
        bench.approve(standIn, number);

        assertThat(bench.dossier(cast.vera(), number).votes())
                .singleElement()
                .satisfies(vote ->
                        assertThat(vote.standsFor()).isEqualTo(away.person().displayName()));
        delegations.end(away, made.delegation().id());
        assertThat(bench.approve(away, number))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("ALREADY_VOTED"));
    }

    @Test
    void aDelegationLetsVoteUntilItsDayAndNotAfter() {
        Actor standIn = human("stand-in", Role.VIEWER);
        hand(human("away", Role.REVIEWER), standIn);
        long number = asked();

        Outcome late = clock.at(clock.instant().plus(Duration.ofDays(11)), () -> bench.approve(standIn, number));
        assertThat(late)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("NOT_PERMITTED"));
        assertThat(bench.dossier(standIn, number).yourVote().allowed()).isTrue();
        assertThat(bench.approve(standIn, number)).isInstanceOf(Outcome.Done.class);
    }

    private long asked() {
        var candidate = bench.candidate(cast.dana(), bench.model(cast.dana()), TestPredictions.good());
        long number = bench.asked(cast.dana(), candidate);
        needsTwo(number);
        return number;
    }

    /** So that a first vote leaves room for a second. */
    private void needsTwo(long number) {
        jdbc.sql(
                        "update promotion_request set approvals_needed = 2, approval_kinds = 'REVIEWER,REVIEWER' where number = ?")
                .param(number)
                .update();
    }

    private Actor handedTo(Actor from, Actor to) {
        assertThat(hand(from, to)).isInstanceOf(Delegations.Outcome.Done.class);
        return to;
    }

    private Delegations.Outcome hand(Actor from, Actor to) {
        return delegations.hand(from, to.person().username(), clock.instant().plus(Duration.ofDays(10)), "On leave");
    }

    private Actor human(String name, Role... roles) {
        String username = name + "-" + ids.hex32();
        return actor(people.add(new People.NewPerson(username, "The " + username, "", Set.of(roles), "a password")));
    }

    private Actor serviceOf(Actor human) {
        UUID id = ids.next();
        jdbc.sql("""
                insert into person (id, username, display_name, email, kind, answers_to, active, created_at)
                values (?, ?, 'A robot', '', 'SERVICE', ?, true, current_timestamp)""").params(id, "robot-" + id, human.person().id()).update();
        jdbc.sql("insert into person_role (person_id, role) values (?, 'REVIEWER')")
                .param(id)
                .update();
        return actor(people.byId(id).orElseThrow());
    }

    private static Actor actor(Person person) {
        return new Actor(person, Actor.Via.API, "test");
    }
}
