package io.gatehouse.outbox;

import io.gatehouse.audit.CanonicalJson;
import io.gatehouse.ids.Ids;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes events beside what caused them; whoever delivers them reads the table afterwards, so none is lost and none is invented. */
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

    /** @param kind such as {@code promotion.awaiting_review} */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(String kind, Map<String, ?> payload) {
        jdbc.sql("insert into outbox_event (id, kind, payload, created_at) values (?, ?, ?, ?)")
                .params(
                        ids.next(),
                        kind,
                        CanonicalJson.write(payload),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
