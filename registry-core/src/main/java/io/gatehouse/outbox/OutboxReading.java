package io.gatehouse.outbox;

import io.gatehouse.people.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Hands out the events that nobody has told of yet. Of two portals that reach for the same one, one gets it. */
@Component
public class OutboxReading {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxReading.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    OutboxReading(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** Those that are due, the oldest first. */
    @Transactional(readOnly = true)
    public List<OutboxEvent> due(int most) {
        Instant now = now();
        return jdbc.sql("""
                select id, kind, payload, person_id, via, created_at, attempts from outbox_event
                where state = 'WAITING' and (next_attempt <= ? or next_attempt > ?)
                order by id fetch first ? rows only""")
                .params(stored(now), stored(Patience.farthest(now)), most)
                .query(OutboxReading::event)
                .list();
    }

    /** Begins an attempt at each. @return those that are the caller's to tell of, in their order */
    @Transactional
    public List<OutboxEvent> take(List<OutboxEvent> due) {
        Instant now = now();
        int[] taken = batches.batchUpdate(
                """
                update outbox_event set attempts = attempts + 1, next_attempt = ?
                where id = ? and attempts = ? and state = 'WAITING'""",
                due.stream()
                        .map(event ->
                                new Object[] {stored(Patience.next(now, event.attempts())), event.id(), event.attempts()
                                })
                        .toList());
        return IntStream.range(0, taken.length)
                .filter(i -> taken[i] == 1)
                .mapToObj(due::get)
                .toList();
    }

    /**
     * Told, in the transaction that writes down who was.
     *
     * @throws IllegalStateException if another told of one meanwhile, so that what the caller wrote does not stand beside that
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void done(List<OutboxEvent> told) {
        OffsetDateTime now = stored(now());
        int[] closed = batches.batchUpdate(
                "update outbox_event set state = 'DONE', failure = '', delivered_at = ? where id = ? and state = 'WAITING'",
                told.stream().map(event -> new Object[] {now, event.id()}).toList());
        for (int i = 0; i < closed.length; i++) {
            if (closed[i] != 1) {
                throw new IllegalStateException("The event " + told.get(i).id() + " was told of already");
            }
        }
    }

    /** Telling failed; it is tried again later, or given up. */
    @Transactional
    public void failed(OutboxEvent event, Throwable failure) {
        boolean last = event.attempts() + 1 >= Patience.MOST_ATTEMPTS;
        LOG.warn(
                "Nobody could be told of the event {} ({}); {}",
                event.id(),
                event.kind(),
                last ? "it is given up" : "it is tried again",
                failure);
        jdbc.sql("update outbox_event set state = ?, failure = ? where id = ? and state = 'WAITING'")
                .params(last ? "FAILED" : "WAITING", Patience.oneLine(failure), event.id())
                .update();
    }

    private static OutboxEvent event(ResultSet row, int index) throws SQLException {
        return new OutboxEvent(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                JSON.readValue(row.getString("payload"), new TypeReference<Map<String, Object>>() {}),
                row.getObject("person_id", UUID.class),
                Actor.Via.valueOf(row.getString("via")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static OffsetDateTime stored(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
