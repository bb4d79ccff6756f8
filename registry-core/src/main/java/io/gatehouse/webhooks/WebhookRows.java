package io.gatehouse.webhooks;

import io.gatehouse.search.Mark;
import io.gatehouse.search.PageToken;
import io.gatehouse.search.Place;
import io.gatehouse.search.Placed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class WebhookRows {
    private static final String READ = """
            select w.id, w.name, w.url, w.description, w.status, w.created_at, w.updated_at,
              (select string_agg(e.event, ',' order by e.event) from webhook_event e where e.webhook_id = w.id) as events
            from webhook w where w.deleted_at is null""";

    private final JdbcClient jdbc;

    WebhookRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Webhook webhook, @Nullable String sealed, UUID by) {
        jdbc.sql("""
                insert into webhook (id, name, url, description, secret, status, created_by, created_at, updated_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        webhook.id(),
                        webhook.name(),
                        webhook.url(),
                        webhook.description(),
                        sealed,
                        webhook.status().name(),
                        by,
                        stored(webhook.createdAt()),
                        stored(webhook.updatedAt())))
                .update();
        putEvents(webhook);
    }

    void update(Webhook webhook) {
        jdbc.sql("update webhook set name = ?, url = ?, description = ?, status = ?, updated_at = ? where id = ?")
                .params(Arrays.asList(
                        webhook.name(),
                        webhook.url(),
                        webhook.description(),
                        webhook.status().name(),
                        stored(webhook.updatedAt()),
                        webhook.id()))
                .update();
        jdbc.sql("delete from webhook_event where webhook_id = ?")
                .param(webhook.id())
                .update();
        putEvents(webhook);
    }

    private void putEvents(Webhook webhook) {
        webhook.events().stream()
                .distinct()
                .forEach(event -> jdbc.sql("insert into webhook_event (webhook_id, event) values (?, ?)")
                        .params(webhook.id(), event.name())
                        .update());
    }

    /** @param sealed absent: messages are not signed any more */
    void putSecret(UUID id, @Nullable String sealed) {
        jdbc.sql("update webhook set secret = ? where id = ?")
                .params(Arrays.asList(sealed, id))
                .update();
    }

    /** Empty if it is signed with none. */
    Optional<String> secret(UUID id) {
        return jdbc.sql("select secret from webhook where id = ? and secret is not null")
                .param(id)
                .query((row, index) -> row.getString("secret"))
                .optional();
    }

    void delete(UUID id, Instant now) {
        jdbc.sql("update webhook set deleted_at = ?, updated_at = ? where id = ?")
                .params(stored(now), stored(now), id)
                .update();
    }

    Optional<Webhook> find(UUID id) {
        return jdbc.sql(READ + " and w.id = ?")
                .param(id)
                .query(WebhookRows::webhook)
                .optional();
    }

    /** Waits for whoever changes it at the same time. */
    Optional<Webhook> lock(UUID id) {
        return jdbc.sql("select id from webhook where id = ? and deleted_at is null for update")
                .param(id)
                .query((row, index) -> row.getObject("id", UUID.class))
                .optional()
                .flatMap(this::find);
    }

    /** The newest first, from a place on. */
    List<Placed<Webhook>> after(Optional<Place> place, int most) {
        List<Object> parameters = new ArrayList<>(place.map(WebhookRows::values).orElse(List.of()));
        parameters.add(most);
        return jdbc
                .sql(READ + (place.isPresent() ? " and (w.created_at, w.id) < (?, ?)" : "")
                        + " order by w.created_at desc, w.id desc fetch first ? rows only")
                .params(parameters)
                .query(WebhookRows::webhook)
                .list()
                .stream()
                .map(webhook -> new Placed<>(webhook, place(webhook)))
                .toList();
    }

    private static Place place(Webhook webhook) {
        return Place.of(
                Mark.Moment.of(webhook.createdAt()), new Mark.Text(webhook.id().toString()));
    }

    private static List<Object> values(Place place) {
        if (place.marks().size() == 2
                && place.first() instanceof Mark.Moment created
                && place.marks().get(1) instanceof Mark.Text id) {
            return List.of(created.at(), id.uuid().orElseThrow(PageToken::damaged));
        }
        throw PageToken.damaged();
    }

    /** Those that are told of an event. */
    List<UUID> toldOf(WebhookEvent event) {
        return jdbc.sql("""
                select w.id from webhook_event e join webhook w on w.id = e.webhook_id
                where e.event = ? and w.status = 'ACTIVE' and w.deleted_at is null order by w.id""")
                .param(event.name())
                .query((row, index) -> row.getObject("id", UUID.class))
                .list();
    }

    private static Webhook webhook(ResultSet row, int index) throws SQLException {
        return new Webhook(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("url"),
                Arrays.stream(row.getString("events").split(","))
                        .map(WebhookEvent::valueOf)
                        .sorted(WebhookEvent.BY_NAME)
                        .toList(),
                row.getString("description"),
                Webhook.Status.valueOf(row.getString("status")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    static OffsetDateTime stored(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
