package io.gatehouse.audit;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Leads from what events are about to the events. No part of the chain: all of it follows from the events themselves. */
@Component
class EventIndex {
    private final JdbcClient jdbc;

    EventIndex(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of whoever holds the head of the chain, so that nobody else adds the same object meanwhile. */
    void add(AuditEvent event) {
        jdbc.sql("""
                insert into audit_object (object)
                select cast(? as varchar) where not exists (select 1 from audit_object where object = ?)""").params(event.object(), event.object()).update();
        Set<String> named = NamedIds.in(event.canonical());
        named.remove(event.personId().toString());
        if (!named.isEmpty()) {
            jdbc.sql("""
                    insert into audit_mention (seq, named)
                    select ?, cast(these.id as uuid) from unnest(cast(? as varchar array)) these (id)""")
                    .param(1, event.seq())
                    .param(2, named.toArray(String[]::new))
                    .update();
        }
    }
}
