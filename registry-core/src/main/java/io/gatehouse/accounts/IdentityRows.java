package io.gatehouse.accounts;

import io.gatehouse.audit.AuditTrail;
import io.gatehouse.ids.Ids;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** By whom else people are known, as it is kept: rows end and stay. Changed are those of an account that is held. */
@Component
class IdentityRows {
    private static final String LIVE =
            "select person_id, issuer, subject, known_as from person_identity where live = true";

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    IdentityRows(JdbcClient jdbc, AuditTrail audit, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Who is joined with an identity; empty if nobody. */
    Optional<UUID> holder(Identity identity) {
        return jdbc.sql(LIVE + " and issuer = ? and subject = ?")
                .params(identity.issuer(), identity.subject())
                .query((row, index) -> row.getObject("person_id", UUID.class))
                .optional();
    }

    /** Whether an issuer vouches for somebody, or did. */
    boolean everJoined(UUID person, String issuer) {
        return jdbc.sql("select count(*) from person_identity where person_id = ? and issuer = ?")
                        .params(person, issuer)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    List<Identity> of(UUID person) {
        return jdbc.sql(LIVE + " and person_id = ? order by joined_at, issuer")
                .param(person)
                .query((row, index) -> identity(row))
                .list();
    }

    /** Of everybody who is joined. */
    Map<UUID, List<Identity>> all() {
        return jdbc
                .sql(LIVE + " order by joined_at, issuer")
                .query((row, index) -> Map.entry(row.getObject("person_id", UUID.class), identity(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** @param way by which the two were joined, such as {@code link} */
    void add(Actor actor, Person person, Identity identity, String way) {
        jdbc.sql("""
                insert into person_identity (id, issuer, subject, person_id, known_as, joined_at, live)
                values (?, ?, ?, ?, ?, ?, true)""")
                .params(ids.next(), identity.issuer(), identity.subject(), person.id(), identity.knownAs(), now())
                .update();
        audit.append(
                actor,
                "person.identity_joined",
                "person/" + person.id(),
                Map.of("issuer", identity.issuer(), "subject", identity.subject(), "by", way));
    }

    /** No provider lets somebody in any more. @return whether one did */
    boolean end(Actor actor, Person person) {
        List<Identity> ended = of(person.id());
        jdbc.sql("update person_identity set live = null, ended_at = ? where person_id = ? and live = true")
                .params(now(), person.id())
                .update();
        ended.forEach(identity -> audit.append(
                actor,
                "person.identity_released",
                "person/" + person.id(),
                Map.of("issuer", identity.issuer(), "subject", identity.subject())));
        return !ended.isEmpty();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Identity identity(ResultSet row) throws SQLException {
        return new Identity(row.getString("issuer"), row.getString("subject"), row.getString("known_as"));
    }
}
