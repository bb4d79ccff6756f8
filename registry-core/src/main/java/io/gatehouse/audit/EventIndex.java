package io.gatehouse.audit;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Leads from what events are about to the events. No part of the chain: all of it follows from the events themselves. */
@Component
class EventIndex {
    private static final String OBJECT = """
            insert into audit_object (object)
            select cast(? as varchar) where not exists (select 1 from audit_object where object = ?)""";

    private static final String MENTIONS = """
            insert into audit_mention (seq, named)
            select ?, cast(these.id as uuid) from unnest(cast(? as varchar array)) these (id)""";

    /** What {@link #add} does, as parts of a statement that adds the event. */
    static final String BESIDE_AN_EVENT = "told as (" + OBJECT + "), mentioned as (" + MENTIONS + ")";

    private final JdbcClient jdbc;

    EventIndex(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of whoever holds the head of the chain, so that nobody else adds the same object meanwhile. */
    void add(AuditEvent event) {
        jdbc.sql(OBJECT).params(event.object(), event.object()).update();
        String[] named = named(event);
        if (named.length > 0) {
            jdbc.sql(MENTIONS).param(1, event.seq()).param(2, named).update();
        }
    }

    /** The parameters of {@link #BESIDE_AN_EVENT}. */
    static List<Object> besides(AuditEvent event) {
        return List.of(event.object(), event.object(), event.seq(), named(event));
    }

    private static String[] named(AuditEvent event) {
        Set<String> named = NamedIds.in(event.canonical());
        named.remove(event.personId().toString());
        return named.toArray(String[]::new);
    }
}
