package io.gatehouse.webhooks;

import io.gatehouse.house.Outcome;
import io.gatehouse.house.Refusal;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was sent to webhooks, for those who look after them; it is kept for a month. */
@Component
public class WebhookRecord {
    private static final String SELECT =
            "select id, event, created_at, state, attempts, answer, message, next_attempt from webhook_delivery ";

    private final JdbcClient jdbc;
    private final Clock clock;

    WebhookRecord(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<WebhookDelivery> last(Actor actor, UUID webhook, int most) {
        Permissions.require(actor, Action.MANAGE_WEBHOOKS);
        return jdbc.sql(SELECT + "where webhook_id = ? order by created_at desc, id desc fetch first ? rows only")
                .params(webhook, most)
                .query(WebhookRecord::delivery)
                .list();
    }

    /**
     * Has a message that was given up sent once more, under the same id, as patiently as the first time.
     *
     * @return UNKNOWN if there is none, INVALID if it waits or has arrived, or the webhook is paused
     */
    @Transactional
    public Outcome<WebhookDelivery> retry(Actor actor, UUID delivery) {
        Permissions.require(actor, Action.MANAGE_WEBHOOKS);
        if (find(delivery).isEmpty()) {
            return Outcome.refused(Refusal.unknown("webhook.delivery.unknown"));
        }
        int taken = jdbc.sql("""
                update webhook_delivery set state = 'WAITING', attempts = 0, next_attempt = ?, message = '', done_at = null
                where id = ? and state in ('FAILED', 'DROPPED')
                  and webhook_id in (select w.id from webhook w where w.status = 'ACTIVE' and w.deleted_at is null)""")
                .params(WebhookRows.stored(clock.instant().truncatedTo(ChronoUnit.MICROS)), delivery)
                .update();
        return taken == 1
                ? Outcome.of(find(delivery), Refusal.unknown("webhook.delivery.unknown"))
                : Outcome.refused(Refusal.invalid("webhook.delivery.done"));
    }

    private Optional<WebhookDelivery> find(UUID id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id)
                .query(WebhookRecord::delivery)
                .optional();
    }

    private static WebhookDelivery delivery(ResultSet row, int index) throws SQLException {
        WebhookDelivery.State state = WebhookDelivery.State.valueOf(row.getString("state"));
        int answer = row.getInt("answer");
        return new WebhookDelivery(
                row.getObject("id", UUID.class),
                WebhookEvent.valueOf(row.getString("event")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                state,
                row.getInt("attempts"),
                answer == 0 ? OptionalInt.empty() : OptionalInt.of(answer),
                row.getString("message"),
                state == WebhookDelivery.State.WAITING
                        ? Optional.of(row.getObject("next_attempt", OffsetDateTime.class)
                                .toInstant())
                        : Optional.empty());
    }
}
