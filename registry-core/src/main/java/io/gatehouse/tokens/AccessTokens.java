package io.gatehouse.tokens;

import io.gatehouse.audit.AuditTrail;
import io.gatehouse.ids.Digests;
import io.gatehouse.ids.Ids;
import io.gatehouse.ids.Secrets;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.people.Permissions;
import io.gatehouse.people.Person;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Sentences;
import java.sql.ResultSet;
import java.sql.SQLException;
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

/** Everybody's own tokens. A token may what its owner may, at the moment that it is used. */
@Component
public class AccessTokens {
    /** Longer than a year nobody remembers what a token is for. */
    public static final Duration LONGEST = Duration.ofDays(366);

    private static final int LONGEST_NAME = 100;

    /** Uses within this time count as one, so that a training run does not write a row for every metric. */
    private static final Duration NOTICED_EVERY = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final People people;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;
    private final Secrets secrets;

    AccessTokens(JdbcClient jdbc, People people, AuditTrail audit, Ids ids, Clock clock, Secrets secrets) {
        this.jdbc = jdbc;
        this.people = people;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.secrets = secrets;
    }

    /** What became of the wish for a token. */
    public sealed interface Issue {
        /** @param secret can be read this once and never again */
        record Issued(AccessToken token, String secret) implements Issue {}

        /** @param field {@code name} or {@code expires_at} @param sentence what is wrong with it */
        record Refused(String field, Sentence sentence) implements Issue {}
    }

    /** Makes a token for the actor. */
    @Transactional
    public Issue issue(Actor actor, String name, Instant expiresAt) {
        String called = name.strip();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            return new Issue.Refused("name", Sentences.say("token.name", "most", LONGEST_NAME));
        }
        if (taken(actor.person(), called, now)) {
            return new Issue.Refused("name", Sentences.say("token.name.taken", "name", called));
        }
        if (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(LONGEST))) {
            return new Issue.Refused("expires_at", Sentences.say("token.expiry", "days", LONGEST.toDays()));
        }
        if (!isActive(actor.person())) {
            return new Issue.Refused("name", Sentences.say("token.deactivated"));
        }
        AccessToken token = new AccessToken(ids.next(), called, now, expiresAt, null, null);
        String secret = "gh_" + secrets.next();
        jdbc.sql("""
                insert into access_token (id, person_id, name, token_sha256, created_at, expires_at)
                values (?, ?, ?, ?, ?, ?)""")
                .params(token.id(), actor.person().id(), called, Digests.sha256(secret), stored(now), stored(expiresAt))
                .update();
        audit.append(actor, "token.issued", "token/" + token.id(), Map.of("expires_at", expiresAt.toString()));
        return new Issue.Issued(token, secret);
    }

    /** The actor's own tokens, newest first, ended ones too. */
    @Transactional(readOnly = true)
    public List<AccessToken> of(Actor actor) {
        return of(actor, actor.person().id());
    }

    /** Somebody's tokens, newest first, ended ones too: one's own, or anybody's for those who manage people. */
    @Transactional(readOnly = true)
    public List<AccessToken> of(Actor actor, UUID owner) {
        ownOrManaged(actor, owner);
        return jdbc.sql("""
                select id, name, created_at, expires_at, last_used_at, revoked_at
                from access_token where person_id = ? order by created_at desc, id""").param(owner).query(AccessTokens::token).list();
    }

    /** Takes one of the actor's own tokens back for good. False if there is no such token, or it was taken back before. */
    @Transactional
    public boolean revoke(Actor actor, UUID id) {
        return revoke(actor, actor.person().id(), id);
    }

    /** Takes all of somebody's tokens back that still open. @return how many those were */
    @Transactional
    public int revokeAll(Actor actor, UUID owner) {
        Instant now = clock.instant();
        List<UUID> revoked = of(actor, owner).stream()
                .filter(token -> token.state(now) == AccessToken.State.VALID)
                .map(AccessToken::id)
                .sorted()
                .filter(token -> end(owner, token))
                .toList();
        // After all rows, since the head of the log is locked last.
        revoked.forEach(token -> audit.append(actor, "token.revoked", "token/" + token, Map.of()));
        return revoked.size();
    }

    /** Takes a token back for good: one's own, or anybody's for those who manage people. False if there is none to take. */
    @Transactional
    public boolean revoke(Actor actor, UUID owner, UUID id) {
        ownOrManaged(actor, owner);
        boolean revoked = end(owner, id);
        if (revoked) {
            audit.append(actor, "token.revoked", "token/" + id, Map.of());
        }
        return revoked;
    }

    private boolean end(UUID owner, UUID id) {
        return jdbc.sql("update access_token set revoked_at = ? where id = ? and person_id = ? and revoked_at is null")
                        .params(stored(clock.instant()), id, owner)
                        .update()
                == 1;
    }

    /** Held until the token is there, so that a deactivation in the same moment finds it. */
    private boolean isActive(Person person) {
        return jdbc.sql("select active from person where id = ? for update")
                .param(person.id())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private static void ownOrManaged(Actor actor, UUID owner) {
        if (!actor.person().id().equals(owner)) {
            Permissions.require(actor, Action.MANAGE_PEOPLE);
        }
    }

    /** The active person behind a valid secret; takes note of the use. */
    @Transactional
    public Optional<Person> owner(String secret) {
        Instant now = clock.instant();
        String hash = Digests.sha256(secret);
        Optional<Use> use = jdbc.sql("""
                select person_id, last_used_at from access_token
                where token_sha256 = ? and revoked_at is null and expires_at > ?""")
                .params(hash, stored(now))
                .query((row, index) -> new Use(row.getObject(1, UUID.class), moment(row, "last_used_at")))
                .optional();
        Optional<Person> owner =
                use.flatMap(found -> people.byId(found.personId)).filter(Person::active);
        if (owner.isPresent()) {
            if (use.orElseThrow().isWorthNoting(now)) {
                jdbc.sql("""
                        update access_token set last_used_at = ?
                        where token_sha256 = ? and (last_used_at is null or last_used_at < ?)""")
                        .params(stored(now), hash, stored(now.minus(NOTICED_EVERY)))
                        .update();
            }
        } else {
            // Who was turned away because the time was over stays away, even if the clock is set back.
            jdbc.sql(
                            "update access_token set revoked_at = ? where token_sha256 = ? and revoked_at is null and expires_at <= ?")
                    .params(stored(now), hash, stored(now))
                    .update();
        }
        return owner;
    }

    /** A token that no longer opens. @param owner whose it is */
    public record Ended(UUID token, Person owner) {}

    /** The token with a secret that {@link #owner} does not know any more; empty if there never was one. */
    @Transactional(readOnly = true)
    public Optional<Ended> ended(String secret) {
        return jdbc.sql("select id, person_id from access_token where token_sha256 = ?")
                .param(Digests.sha256(secret))
                .query(Key.class)
                .optional()
                .flatMap(key -> people.byId(key.personId).map(owner -> new Ended(key.id, owner)));
    }

    private record Key(UUID id, UUID personId) {}

    private record Use(UUID personId, @Nullable Instant lastUsedAt) {
        boolean isWorthNoting(Instant now) {
            return lastUsedAt == null || lastUsedAt.isBefore(now.minus(NOTICED_EVERY));
        }
    }

    private boolean taken(Person person, String name, Instant now) {
        return jdbc.sql("""
                select count(*) from access_token
                where person_id = ? and name = ? and revoked_at is null and expires_at > ?""")
                        .params(person.id(), name, stored(now))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static AccessToken token(ResultSet row, int index) throws SQLException {
        return new AccessToken(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                moment(row, "last_used_at"),
                moment(row, "revoked_at"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static OffsetDateTime stored(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
