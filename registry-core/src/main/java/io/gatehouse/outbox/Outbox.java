package io.gatehouse.outbox;

import io.gatehouse.audit.CanonicalJson;
import io.gatehouse.ids.Ids;
import io.gatehouse.people.Actor;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes events beside what caused them; whoever tells of them reads the table afterwards, so none is lost and none is invented. */
@Component
public class Outbox {
    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param actor who did it; they need not be told
     * @param kind such as {@code promotion.awaiting_review}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(Actor actor, String kind, Map<String, ?> payload) {
        OffsetDateTime now = clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                insert into outbox_event (id, kind, payload, created_at, person_id, via, state, next_attempt)
                values (?, ?, ?, ?, ?, ?, 'WAITING', ?)""")
                .params(
                        ids.next(),
                        kind,
                        CanonicalJson.write(payload),
                        now,
                        actor.person().id(),
                        actor.via().name(),
                        now)
                .update();
    }
}
