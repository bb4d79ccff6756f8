package io.gatehouse.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an earlier release wrote into the audit log is found by what it is about, too. */
@Tag("database")
class EventsIndexedByUpgradeTest {
    private static final UUID DANA = UUID.fromString("11111111-aaaa-4bbb-8ccc-000000000001");
    private static final UUID RAVI = UUID.fromString("11111111-aaaa-4bbb-8ccc-000000000002");
    private static final UUID MODEL = UUID.fromString("0a1b2c3d-1111-4222-8333-fedcba987654");

    private final DataSource database = new TestDatabase().dataSource("events_indexed");
    private final JdbcClient jdbc = JdbcClient.create(database);

    @Test
    void eventsOfBeforeAreIndexed() {
        TestDatabase.flyway(database, "626").migrate();
        event(1, "person.signed_in", "person/" + DANA, "{}");
        event(
                2,
                "promotion.approved",
                "promotion/PR-3",
                "{\"model\":\"%s\",\"others\":[\"%s\",\"%s\"]}".formatted(MODEL, RAVI, MODEL));
        event(3, "alias.moved", "model/" + MODEL + "/alias/champion", "{\"version\":9}");
        event(4, "promotion.withdrawn", "promotion/PR-3", "{}");

        TestDatabase.flyway(database, "latest").migrate();

        assertThat(jdbc.sql("select object from audit_object")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("person/" + DANA, "promotion/PR-3", "model/" + MODEL + "/alias/champion");
        assertThat(jdbc.sql("select seq, named from audit_mention")
                        .query((row, index) -> tuple(row.getLong(1), row.getObject(2, UUID.class)))
                        .list())
                .containsExactlyInAnyOrder(tuple(2L, MODEL), tuple(2L, RAVI), tuple(3L, MODEL));
    }

    private void event(long seq, String action, String object, String details) {
        String canonical = """
                {"action":"%s","at":"2026-03-14T05:10:00Z","details":%s,"object":"%s","person":"%s","request":"test","seq":%d,"v":1,"via":"SCREEN"}""".formatted(action, details, object, DANA, seq);
        jdbc.sql("""
                insert into audit_event (seq, at, person_id, via, request_id, action, object, canonical, prev_hash, hash)
                values (?, ?, ?, 'SCREEN', 'test', ?, ?, ?, ?, ?)""")
                .params(
                        seq,
                        Instant.parse("2026-03-14T05:10:00Z").atOffset(ZoneOffset.UTC),
                        DANA,
                        action,
                        object,
                        canonical,
                        "0".repeat(64),
                        "1".repeat(64))
                .update();
    }
}
