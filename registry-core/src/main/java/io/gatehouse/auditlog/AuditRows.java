package io.gatehouse.auditlog;

import io.gatehouse.audit.NamedIds;
import io.gatehouse.auditlog.EventsAbout.Events;
import io.gatehouse.people.Actor;
import io.gatehouse.search.Condition;
import io.gatehouse.search.LikePattern;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Events out of the table, with the names of now: one statement for the events, one for all ids that they mention. */
@Component
class AuditRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SELECT =
            "select e.seq, e.at, e.person_id, p.display_name, e.via, e.request_id, e.action, e.object, e.canonical, e.hash from ";
    private static final String WITH_PERSON = " left join person p on p.id = e.person_id";

    private final JdbcTemplate jdbc;
    private final EventsAbout events;

    AuditRows(JdbcTemplate jdbc, EventsAbout events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    private record Raw(
            long seq,
            Instant at,
            UUID personId,
            String person,
            String via,
            String requestId,
            String action,
            String object,
            String canonical,
            String hash) {}

    /** @param order such as {@code e.seq < ? order by e.seq desc} with the number as its parameter */
    List<AuditRow> find(AuditQuery query, String order, long seq, int limit) {
        Events meant = query.object().isEmpty() ? Events.ALL : events.about(query.object());
        Condition where = narrowed(query, meant.where());
        List<Object> parameters = new ArrayList<>(meant.from().parameters());
        parameters.addAll(where.parameters());
        parameters.add(seq);
        parameters.add(limit);
        List<Raw> rows = jdbc.query(
                SELECT + meant.from().sql() + WITH_PERSON + " where " + where.sql() + " and " + order + " limit ?",
                AuditRows::raw,
                parameters.toArray());
        Map<String, String> names = names(rows);
        return rows.stream().map(row -> told(row, names)).toList();
    }

    private static Condition narrowed(AuditQuery query, Condition meant) {
        Condition where = meant;
        if (query.person() != null) {
            where = where.and(new Condition("e.person_id = ?", List.of(query.person())));
        }
        if (query.action().startsWith("*") || query.action().endsWith("*")) {
            String pattern = LikePattern.literal(query.action()).replace('*', '%');
            where = where.and(new Condition("e.action like ? escape '!'", List.of(pattern)));
        } else if (!query.action().isEmpty()) {
            where = where.and(new Condition("e.action = ?", List.of(query.action())));
        }
        if (query.from() != null) {
            where = where.and(new Condition("e.at >= ?", List.of(query.from().atOffset(ZoneOffset.UTC))));
        }
        if (query.before() != null) {
            where = where.and(new Condition("e.at < ?", List.of(query.before().atOffset(ZoneOffset.UTC))));
        }
        return query.via() == null
                ? where
                : where.and(new Condition("e.via = ?", List.of(query.via().name())));
    }

    /** What people and models with the ids that the events mention are called now. */
    private Map<String, String> names(List<Raw> rows) {
        Set<String> ids = new TreeSet<>();
        rows.forEach(row -> ids.addAll(NamedIds.in(row.canonical)));
        Map<String, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            String holes = String.join(",", java.util.Collections.nCopies(ids.size(), "?"));
            List<Object> twice = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                ids.forEach(id -> twice.add(UUID.fromString(id)));
            }
            jdbc.query(
                    "select id, display_name as name from person where id in (" + holes + ")"
                            + " union all select id, name from registered_model where id in (" + holes + ")",
                    row -> {
                        names.put(row.getObject("id", UUID.class).toString(), row.getString("name"));
                    },
                    twice.toArray());
        }
        return names;
    }

    private static AuditRow told(Raw row, Map<String, String> names) {
        UnaryOperator<String> named = text -> names.getOrDefault(text, text);
        AuditSubject subject = AuditSubject.of(row.object, named);
        Map<String, Object> known = new HashMap<>();
        details(row.canonical).forEach((key, value) -> {
            if (value instanceof String text) {
                known.put(key, named.apply(text));
            } else if (value instanceof Number || value instanceof Boolean) {
                known.put(key, value);
            }
        });
        known.putAll(subject.parts());
        known.put("person", row.person);
        known.put("object", row.object);
        return new AuditRow(
                row.seq,
                row.at,
                row.personId,
                row.person,
                Actor.Via.valueOf(row.via),
                row.action,
                row.object,
                subject,
                AuditInWords.say(row.action, known),
                row.requestId,
                row.hash);
    }

    private static Map<String, Object> details(String canonical) {
        Map<String, Object> event = JSON.readValue(canonical, new TypeReference<Map<String, Object>>() {});
        Map<String, Object> details = new HashMap<>();
        if (event.get("details") instanceof Map<?, ?> said) {
            said.forEach((key, value) -> details.put(String.valueOf(key), value));
        }
        return details;
    }

    private static Raw raw(ResultSet row, int index) throws SQLException {
        String person = row.getString("display_name");
        return new Raw(
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("person_id", UUID.class),
                person == null ? "Somebody unknown" : person,
                row.getString("via"),
                row.getString("request_id"),
                row.getString("action"),
                row.getString("object"),
                row.getString("canonical"),
                row.getString("hash"));
    }
}
