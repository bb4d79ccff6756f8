package io.gatehouse.auditlog;

import io.gatehouse.people.Actor;
import io.gatehouse.search.CaseFold;
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
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Events out of the table, with the names of now: one statement for the events, one for all ids that they mention. */
@Component
class AuditRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final String SELECT = """
            select e.seq, e.at, e.person_id, p.display_name, e.via, e.request_id, e.action, e.object, e.canonical, e.hash
            from audit_event e left join person p on p.id = e.person_id""";

    private final JdbcTemplate jdbc;

    AuditRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
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
        List<Object> parameters = new ArrayList<>();
        List<String> conditions = new ArrayList<>();
        narrow(query, conditions, parameters);
        parameters.add(seq);
        parameters.add(limit);
        String where = conditions.isEmpty() ? "" : String.join(" and ", conditions) + " and ";
        List<Raw> rows =
                jdbc.query(SELECT + " where " + where + order + " limit ?", AuditRows::raw, parameters.toArray());
        Map<String, String> names = names(rows);
        return rows.stream().map(row -> told(row, names)).toList();
    }

    private void narrow(AuditQuery query, List<String> conditions, List<Object> parameters) {
        if (query.person() != null) {
            conditions.add("e.person_id = ?");
            parameters.add(query.person());
        }
        if (query.action().startsWith("*") || query.action().endsWith("*")) {
            conditions.add("e.action like ? escape '!'");
            parameters.add(LikePattern.literal(query.action()).replace('*', '%'));
        } else if (!query.action().isEmpty()) {
            conditions.add("e.action = ?");
            parameters.add(query.action());
        }
        if (!query.object().isEmpty()) {
            String text = LikePattern.containing(Objects.requireNonNull(CaseFold.fold(query.object())));
            parameters.add(text);
            // Events name models by their ids. Names are compared once, and not with each event.
            String[] models = modelsCalled(text);
            if (models.length == 0) {
                conditions.add("fold_case(e.object) like ? escape '!'");
            } else {
                conditions.add("""
                        (fold_case(e.object) like ? escape '!'
                         or exists (select 1 from unnest(cast(? as varchar array)) called (id)
                                    where e.canonical like '%' || called.id || '%'))""");
                parameters.add(models);
            }
        }
        if (query.from() != null) {
            conditions.add("e.at >= ?");
            parameters.add(query.from().atOffset(ZoneOffset.UTC));
        }
        if (query.before() != null) {
            conditions.add("e.at < ?");
            parameters.add(query.before().atOffset(ZoneOffset.UTC));
        }
        if (query.via() != null) {
            conditions.add("e.via = ?");
            parameters.add(query.via().name());
        }
    }

    private String[] modelsCalled(String pattern) {
        return jdbc.query(
                        "select m.id from registered_model m where fold_case(m.name) like ? escape '!'",
                        (row, index) -> row.getObject(1, UUID.class).toString(),
                        pattern)
                .toArray(String[]::new);
    }

    /** What people and models with the ids that the events mention are called now. */
    private Map<String, String> names(List<Raw> rows) {
        Set<String> ids = new TreeSet<>();
        for (Raw row : rows) {
            Matcher id = ID.matcher(row.canonical);
            while (id.find()) {
                ids.add(id.group());
            }
        }
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
