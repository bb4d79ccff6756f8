package io.gatehouse.champions;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.champions.Timeline.Event;
import io.gatehouse.champions.Timeline.Kind;
import io.gatehouse.search.Condition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When the rules changed that the versions of a model are judged by, and when models first had a champion. One query each. */
@Component
class TimelineRows {
    /** Named one by one in a query; of more, a database reads all sooner than it compares each row with each name. */
    private static final int FEW = 200;

    private final JdbcClient jdbc;

    TimelineRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When the first version of each of these models, at least, came into use; those that never had one are left out. */
    Map<UUID, Instant> firsts(Collection<UUID> models) {
        Map<UUID, Instant> firsts = new HashMap<>();
        Condition which = models.size() <= FEW ? Condition.in("t.model_id", List.copyOf(models)) : Condition.ALWAYS;
        jdbc.sql("""
                select t.model_id, min(t.from_at) as first_at from alias_tenure t
                join registered_model m on m.id = t.model_id and m.protected_alias = t.alias
                where\s""" + which.sql() + " group by t.model_id")
                .params(which.parameters())
                .query((row, index) -> firsts.put(
                        row.getObject("model_id", UUID.class),
                        row.getObject("first_at", OffsetDateTime.class).toInstant()))
                .list();
        return firsts;
    }

    /** The versions of these policies that came after a moment, in the place of one before them. */
    List<Event> policies(Collection<String> names, Instant after) {
        Condition which = Condition.in("v.name", List.copyOf(names));
        return jdbc.sql("""
                select v.name, v.version, v.created_at, p.display_name
                from policy_version v join person p on p.id = v.created_by where\s""" + which.sql() + " and v.version > 1 and v.created_at > ?")
                .params(which.parameters())
                .param(after.atOffset(ZoneOffset.UTC))
                .query((row, index) -> new Event(
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        Kind.POLICY_CHANGED,
                        say(
                                "timeline.policy",
                                "policy",
                                row.getString("name"),
                                "version",
                                row.getInt("version"),
                                "by",
                                row.getString("display_name")),
                        null,
                        null,
                        row.getString("name"),
                        row.getInt("version")))
                .list();
    }

    /** Value assumptions that came in the place of others. @param model whose they are; absent for those of the installation */
    record NewAssumptions(@Nullable UUID model, Event event) {}

    /** The value assumptions of the model or of the installation that came after a moment, in the place of others. */
    List<Event> assumptions(UUID model, Instant after) {
        return assumptions(new Condition("(v.model_id = ? or v.model_id is null)", List.of(model)), after).stream()
                .map(NewAssumptions::event)
                .toList();
    }

    /** Those of all models and of the installation. */
    List<NewAssumptions> assumptions(Instant after) {
        return assumptions(Condition.ALWAYS, after);
    }

    private List<NewAssumptions> assumptions(Condition whose, Instant after) {
        return jdbc.sql("""
                select v.version, v.model_id, v.created_at, p.display_name
                from value_assumptions v join person p on p.id = v.created_by
                where v.created_at > ?
                and (v.model_id is not null
                     or v.version > (select min(w.version) from value_assumptions w where w.model_id is null))
                and\s""" + whose.sql())
                .param(after.atOffset(ZoneOffset.UTC))
                .params(whose.parameters())
                .query((row, index) -> assumptions(row))
                .list();
    }

    private static NewAssumptions assumptions(ResultSet row) throws SQLException {
        UUID model = row.getObject("model_id", UUID.class);
        return new NewAssumptions(
                model,
                new Event(
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        Kind.ASSUMPTIONS_CHANGED,
                        say(
                                model == null ? "timeline.assumptions" : "timeline.assumptions.own",
                                "version",
                                row.getInt("version"),
                                "by",
                                row.getString("display_name")),
                        null,
                        null,
                        null,
                        row.getInt("version")));
    }
}
