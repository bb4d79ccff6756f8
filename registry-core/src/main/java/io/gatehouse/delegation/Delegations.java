package io.gatehouse.delegation;

import io.gatehouse.audit.AuditTrail;
import io.gatehouse.ids.Digests;
import io.gatehouse.ids.Ids;
import io.gatehouse.outbox.Outbox;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.people.Permissions;
import io.gatehouse.people.Person;
import io.gatehouse.policy.Approver;
import io.gatehouse.policy.PairsOfEyes;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Sentences;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who reviews in whose stead, and until when. */
@Component
public class Delegations implements PairsOfEyes {
    /** An absence that lasts longer is a change of role, which an administrator decides. */
    public static final Duration LONGEST = Duration.ofDays(92);

    private static final int LONGEST_REASON = 1000;
    private static final String SELECT =
            "select id, from_id, to_id, until_at, reason, made_at, ended_at from review_delegation";

    private final JdbcClient jdbc;
    private final People people;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    Delegations(JdbcClient jdbc, People people, AuditTrail audit, Outbox outbox, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.audit = audit;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** What became of handing reviewing over, or of ending that. */
    public sealed interface Outcome {
        record Done(Delegation delegation) implements Outcome {}

        /** @param code stable @param field that is at fault; empty if none is @param sentence why, and the way out */
        record Refused(String code, String field, Sentence sentence) implements Outcome {}
    }

    /**
     * Hands the actor's reviewing to somebody who may read requests.
     *
     * @param username of that person
     * @param until from when on it no longer holds, at most {@link #LONGEST} from now
     * @param reason required
     */
    @Transactional
    public Outcome hand(Actor actor, String username, Instant until, String reason) {
        Instant now = now();
        Optional<Person> to = people.byUsername(username.strip());
        Optional<Outcome.Refused> objection = objectionTo(actor, to, username, now);
        if (objection.isPresent()) {
            return objection.get();
        }
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
            return refused("INVALID_UNTIL", "until", Sentences.say("delegation.until", "days", LONGEST.toDays()));
        }
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON || why.indexOf('\0') >= 0) {
            return refused("REASON_REQUIRED", "reason", Sentences.say("delegation.reason", "most", LONGEST_REASON));
        }
        Delegation made = new Delegation(ids.next(), actor.person(), to.orElseThrow(), until, why, now, null);
        jdbc.sql(
                        "insert into review_delegation (id, from_id, to_id, until_at, reason, made_at) values (?, ?, ?, ?, ?, ?)")
                .params(made.id(), made.from().id(), made.to().id(), stored(until), why, stored(now))
                .update();
        Map<String, Object> details = Map.of(
                "to", made.to().id().toString(), "until", until.toString(), "reason_sha256", Digests.sha256(why));
        outbox.publish(actor, "delegation.made", Map.of("delegation", made.id().toString()));
        audit.append(actor, "delegation.made", "delegation/" + made.id(), details);
        return new Outcome.Done(made);
    }

    private Optional<Outcome.Refused> objectionTo(Actor actor, Optional<Person> to, String username, Instant now) {
        if (!actor.person().active() || Approver.of(actor.person().roles()).isEmpty()) {
            return Optional.of(refused("NOT_PERMITTED", "", Sentences.say("delegation.not_a_reviewer")));
        }
        if (to.isEmpty() || !to.get().active() || to.get().kind() != Person.Kind.HUMAN) {
            return Optional.of(refused("UNKNOWN_PERSON", "to", Sentences.say("delegation.unknown", "name", username)));
        }
        Person delegate = to.get();
        if (delegate.answersTo().equals(actor.person().answersTo())) {
            return Optional.of(refused("SAME_PERSON", "to", Sentences.say("delegation.self")));
        }
        if (!Permissions.check(new Actor(delegate, actor.via(), actor.requestId()), Action.READ_PROMOTION)
                .granted()) {
            return Optional.of(refused(
                    "MAY_NOT_READ", "to", Sentences.say("delegation.may_not_read", "name", delegate.displayName())));
        }
        boolean handed = involving(actor.person().id(), now).stream()
                .anyMatch(found -> found.from().id().equals(actor.person().id()));
        return handed
                ? Optional.of(refused("ALREADY_HANDED", "to", Sentences.say("delegation.already")))
                : Optional.empty();
    }

    /** Ends one before its time; either of the two can. */
    @Transactional
    public Outcome end(Actor actor, UUID id) {
        Optional<Delegation> found = jdbc.sql(SELECT + " where id = ?")
                .param(id)
                .query(this::delegation)
                .optional()
                .filter(one -> concerns(one, actor.person().id()));
        Instant now = now();
        if (found.isEmpty() || !found.get().holds(now)) {
            return refused("UNKNOWN_DELEGATION", "id", Sentences.say("delegation.none"));
        }
        Delegation one = found.get();
        jdbc.sql("update review_delegation set ended_at = ? where id = ? and ended_at is null")
                .params(stored(now), id)
                .update();
        outbox.publish(actor, "delegation.ended", Map.of("delegation", id.toString()));
        audit.append(actor, "delegation.ended", "delegation/" + id, Map.of());
        return new Outcome.Done(new Delegation(id, one.from(), one.to(), one.until(), one.reason(), one.madeAt(), now));
    }

    /** Ends for good those whose time is over, so that a clock that is set back brings none to life again. */
    @Transactional
    public void endThoseOver() {
        jdbc.sql("update review_delegation set ended_at = until_at where ended_at is null and until_at <= ?")
                .param(stored(now()))
                .update();
    }

    /** Those that the actor made or was given, the newest first, ended ones too. */
    @Transactional(readOnly = true)
    public List<Delegation> of(Actor actor) {
        return jdbc.sql(SELECT + " where from_id = ? or to_id = ? order by made_at desc, id")
                .params(actor.person().id(), actor.person().id())
                .query(this::delegation)
                .list();
    }

    /** Those that hold now and in which this person hands over or is handed to; for the rooms of the core. */
    @Transactional(readOnly = true)
    public List<Delegation> involving(UUID person) {
        return involving(person, now());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Person> oneWith(UUID human) {
        return involving(human).stream()
                .map(found -> found.from().id().equals(human) ? found.to() : found.from())
                .toList();
    }

    /** All that hold now; for the rooms of the core. */
    @Transactional(readOnly = true)
    public List<Delegation> holding() {
        Instant now = now();
        return jdbc
                .sql(SELECT + " where ended_at is null and until_at > ? order by made_at, id")
                .param(stored(now))
                .query(this::delegation)
                .list()
                .stream()
                .filter(found -> found.holds(now))
                .toList();
    }

    /** One of them, ended or not; for the rooms of the core. */
    @Transactional(readOnly = true)
    public Optional<Delegation> find(UUID id) {
        return jdbc.sql(SELECT + " where id = ?")
                .param(id)
                .query(this::delegation)
                .optional();
    }

    private List<Delegation> involving(UUID person, Instant now) {
        return jdbc
                .sql(
                        SELECT
                                + " where (from_id = ? or to_id = ?) and ended_at is null and until_at > ? order by made_at, id")
                .params(person, person, stored(now))
                .query(this::delegation)
                .list()
                .stream()
                .filter(found -> found.holds(now))
                .toList();
    }

    private static boolean concerns(Delegation one, UUID person) {
        return one.from().id().equals(person) || one.to().id().equals(person);
    }

    private static Outcome.Refused refused(String code, String field, Sentence sentence) {
        return new Outcome.Refused(code, field, sentence);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static OffsetDateTime stored(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private Delegation delegation(java.sql.ResultSet row, int index) throws java.sql.SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        @Nullable Instant endedAt = ended == null ? null : ended.toInstant();
        return new Delegation(
                row.getObject("id", UUID.class),
                people.byId(row.getObject("from_id", UUID.class)).orElseThrow(),
                people.byId(row.getObject("to_id", UUID.class)).orElseThrow(),
                row.getObject("until_at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                endedAt);
    }
}
