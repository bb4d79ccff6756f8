package io.gatehouse.webhooks;

import io.gatehouse.ids.Ids;
import io.gatehouse.outbox.Patience;
import java.io.IOException;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells webhooks, however often that takes. Of several portals one takes each attempt; a portal that dies with it delays the message and
 * may send it twice under the same id, and never loses it. Each address is told in turn, and a slow one keeps no other waiting.
 */
@Component
public class WebhookDeliveries {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookDeliveries.class);
    private static final int AT_A_TIME = 200;
    private static final int MOST_ADDRESSES = 8;
    private static final Duration KEPT = Duration.ofDays(30);

    private final WebhookRows rows;
    private final WebhookSecrets secrets;
    private final WebhookSender sender;
    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    WebhookDeliveries(
            WebhookRows rows, WebhookSecrets secrets, WebhookSender sender, JdbcClient jdbc, Ids ids, Clock clock) {
        this.rows = rows;
        this.secrets = secrets;
        this.sender = sender;
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    private record Due(UUID id, UUID webhook, String url, boolean wanted, String body, int attempts) {}

    /** @param data asked for only if somebody is told */
    @Transactional(propagation = Propagation.MANDATORY)
    void add(WebhookEvent event, Instant at, Supplier<Map<String, @Nullable Object>> data) {
        List<UUID> told = rows.toldOf(event);
        if (told.isEmpty()) {
            return;
        }
        String body = WebhookMessage.body(event, at, data.get());
        Instant now = now();
        told.forEach(webhook -> jdbc.sql("""
                insert into webhook_delivery
                  (id, webhook_id, event, body, created_at, state, attempts, next_attempt, message)
                values (?, ?, ?, ?, ?, 'WAITING', 0, ?, '')""")
                .params(ids.next(), webhook, event.name(), body, WebhookRows.stored(now), WebhookRows.stored(now))
                .update());
    }

    /** The time of a round in all its threads: that of the house when it began, and what passed since. */
    private record Round(Instant began, long nanos) {
        Instant now() {
            return began.plusNanos(System.nanoTime() - nanos).truncatedTo(ChronoUnit.MICROS);
        }
    }

    /** Tries what is due. @return how many messages arrived */
    public int deliver() {
        Map<UUID, List<Due>> byWebhook = due().stream().collect(Collectors.groupingBy(Due::webhook));
        if (byWebhook.isEmpty()) {
            return 0;
        }
        Round round = new Round(clock.instant(), System.nanoTime());
        AtomicInteger arrived = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(Math.min(byWebhook.size(), MOST_ADDRESSES))) {
            byWebhook.values().forEach(due -> threads.execute(() -> arrived.addAndGet(inTurn(due, round))));
        }
        return arrived.get();
    }

    /** An address that does not answer is asked no more in this round. */
    private int inTurn(List<Due> messages, Round round) {
        int arrived = 0;
        for (Due due : messages) {
            if (take(due, round)) {
                Came came = bring(due, round);
                if (came == Came.LATER) {
                    return arrived;
                }
                arrived += came == Came.ARRIVED ? 1 : 0;
            }
        }
        return arrived;
    }

    /** What came of an attempt. */
    private enum Came {
        ARRIVED,
        NEVER,
        LATER
    }

    private List<Due> due() {
        Instant now = now();
        return jdbc.sql("""
                select d.id, d.webhook_id, d.body, d.attempts, w.url,
                       w.status = 'ACTIVE' and w.deleted_at is null as wanted
                from webhook_delivery d join webhook w on w.id = d.webhook_id
                where d.state = 'WAITING' and (d.next_attempt <= ? or d.next_attempt > ?)
                order by d.created_at, d.id fetch first ? rows only""")
                .params(WebhookRows.stored(now), WebhookRows.stored(Patience.farthest(now)), AT_A_TIME)
                .query(WebhookDeliveries::read)
                .list();
    }

    private static Due read(ResultSet row, int index) throws SQLException {
        return new Due(
                row.getObject("id", UUID.class),
                row.getObject("webhook_id", UUID.class),
                row.getString("url"),
                row.getBoolean("wanted"),
                row.getString("body"),
                row.getInt("attempts"));
    }

    private boolean take(Due due, Round round) {
        return jdbc.sql("""
                update webhook_delivery set attempts = attempts + 1, next_attempt = ?
                where id = ? and attempts = ? and state = 'WAITING'""")
                        .params(
                                WebhookRows.stored(Patience.next(round.now(), due.attempts())),
                                due.id(),
                                due.attempts())
                        .update()
                == 1;
    }

    private Came bring(Due due, Round round) {
        if (!due.wanted()) {
            return end(due, "DROPPED", "The webhook is disabled or deleted", round);
        }
        try {
            String secret = rows.secret(due.webhook()).map(secrets::open).orElse(null);
            WebhookMessage message = WebhookMessage.of(due.id(), due.body(), secret, round.now());
            WebhookSender.Answer answer = sender.send(URI.create(due.url()), message.headers(), message.body());
            jdbc.sql("update webhook_delivery set answer = ? where id = ? and state = 'WAITING'")
                    .params(answer.status(), due.id())
                    .update();
            return answer.taken()
                    ? end(due, "SENT", "", round)
                    : failed(due, "The address answered " + answer.status(), answer.later(), round);
        } catch (IOException | IllegalStateException failure) {
            return failed(due, Patience.oneLine(failure), true, round);
        }
    }

    private Came failed(Due due, String why, boolean later, Round round) {
        boolean last = !later || due.attempts() + 1 >= Patience.MOST_ATTEMPTS;
        LOG.warn(
                "The webhook {} was not told of {}: {}; {}",
                due.webhook(),
                due.id(),
                why,
                last ? "it is given up" : "it is tried again");
        if (last) {
            return end(due, "FAILED", why, round);
        }
        jdbc.sql("update webhook_delivery set message = ? where id = ? and state = 'WAITING'")
                .params(why, due.id())
                .update();
        return Came.LATER;
    }

    private Came end(Due due, String state, String message, Round round) {
        jdbc.sql("update webhook_delivery set state = ?, message = ?, done_at = ? where id = ? and state = 'WAITING'")
                .params(state, message, WebhookRows.stored(round.now()), due.id())
                .update();
        return state.equals("SENT") ? Came.ARRIVED : Came.NEVER;
    }

    /** Clears away what was told, or given up, a month ago. */
    @Transactional
    public void forget() {
        jdbc.sql("delete from webhook_delivery where done_at < ?")
                .param(WebhookRows.stored(now().minus(KEPT)))
                .update();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
