package io.gatehouse.auditlog;

import io.gatehouse.search.CaseFold;
import io.gatehouse.search.Condition;
import io.gatehouse.search.LikePattern;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Finds the events about something, by words of it. Few events are found by what they are about, whatever the length of the log. Where
 * there are many, the log is walked from its end instead, which soon has a page of them.
 */
@Component
class EventsAbout {
    private static final int FEW = 2_000;

    private static final String FOUND = """
            (select e.seq from audit_object o join audit_event e on e.object = o.object
              where fold_case(o.object) like ? escape '!' limit ?)
            union all
            (select n.seq from registered_model m join audit_mention n on n.named = m.id
              where fold_case(m.name) like ? escape '!' limit ?)""";

    private static final String LOOKED_AT = """
            (fold_case(e.object) like ? escape '!'
             or exists (select 1 from audit_mention n join registered_model m on m.id = n.named
                        where n.seq = e.seq and fold_case(m.name) like ? escape '!'))""";

    private final JdbcTemplate jdbc;

    EventsAbout(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Where to look for events.
     *
     * @param from tables, the events as {@code e}
     * @param where holds for those that are meant
     */
    record Events(Condition from, Condition where) {
        private static final String LOG = "audit_event e";

        /** Any. */
        static final Events ALL = new Events(new Condition(LOG, List.of()), Condition.ALWAYS);

        /** Each is looked up: with their numbers in a condition, H2 would walk the log along its order. */
        static Events these(List<Long> seqs) {
            return new Events(
                    new Condition(
                            "unnest(cast(? as bigint array)) these (seq) join " + LOG + " on e.seq = these.seq",
                            List.of((Object) seqs.toArray(Long[]::new))),
                    Condition.ALWAYS);
        }
    }

    /** Events about what has these words in it, or about a model that has them in its name. */
    Events about(String words) {
        String pattern = LikePattern.containing(Objects.requireNonNull(CaseFold.fold(words)));
        int most = FEW + 1;
        List<Long> found = jdbc.query(FOUND, (row, index) -> row.getLong(1), pattern, most, pattern, most);
        return found.size() <= FEW
                ? Events.these(found.stream().distinct().toList())
                : new Events(Events.ALL.from, new Condition(LOOKED_AT, List.of(pattern, pattern)));
    }
}
