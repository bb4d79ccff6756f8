package io.gatehouse.accounts;

import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.people.Permissions;
import io.gatehouse.people.Person;
import io.gatehouse.people.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What changes of accounts wait for, in this order: the rows of the administrators, the row of the person, then links, identities and tokens. */
@Component
class AccountLocks {
    private final JdbcClient jdbc;
    private final People people;
    private final Clock clock;

    AccountLocks(JdbcClient jdbc, People people, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Changes by administrators wait for one another, and who asks is read anew: of two who shut each other out, the second is none any
     * more.
     *
     * @throws io.gatehouse.people.NotPermittedException if who asks does not manage people
     */
    void manage(Actor actor) {
        Permissions.require(actor, Action.MANAGE_PEOPLE);
        jdbc.sql("select person_id from person_role where role = ? order by person_id for update")
                .param(Role.ADMINISTRATOR.name())
                .query(UUID.class)
                .list();
        if (actor.via() != Actor.Via.SYSTEM) {
            people.byId(actor.person().id())
                    .ifPresent(now ->
                            Permissions.require(new Actor(now, actor.via(), actor.requestId()), Action.MANAGE_PEOPLE));
        }
    }

    /** Holds the account of somebody until the end of the transaction. @return whether it is active */
    boolean hold(UUID person) {
        return jdbc.sql("select active from person where id = ? for update")
                .param(person)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /**
     * Holds the account of somebody until the end of the transaction.
     *
     * @param round of the session that asks
     * @return whether the account is active and the session not over
     */
    boolean holdIn(Person person, int round) {
        return hold(person.id())
                && people.entrance(person.username())
                        .filter(entrance -> entrance.round() == round)
                        .isPresent();
    }

    /** All sessions of somebody are over: those that begin from now on are of another round. */
    void endSessionsOf(UUID person) {
        jdbc.sql("update person set session_round = session_round + 1 where id = ?")
                .param(person)
                .update();
    }

    /** Sign-in links of somebody open no more. */
    void endLinksFor(UUID person) {
        jdbc.sql("update sign_in_link set ended_at = ? where person_id = ? and ended_at is null")
                .params(Instant.now(clock).atOffset(ZoneOffset.UTC), person)
                .update();
    }

    /** Nor do those that somebody made: whoever manages people no more may have kept them. */
    void endLinksBy(UUID person) {
        jdbc.sql("update sign_in_link set ended_at = ? where made_by = ? and ended_at is null")
                .params(Instant.now(clock).atOffset(ZoneOffset.UTC), person)
                .update();
    }
}
