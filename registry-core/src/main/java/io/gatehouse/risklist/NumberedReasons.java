package io.gatehouse.risklist;

import io.gatehouse.sentences.Sentence;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;

/** The reasons that rows of a list name by number. They never change once the list is posted, so those of lists in use are kept. */
@Component
class NumberedReasons {
    private static final int LISTS = 4;

    private final JdbcTemplate jdbc;
    private final ConcurrentLruCache<Long, List<Sentence>> kept;

    NumberedReasons(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.kept = new ConcurrentLruCache<>(LISTS, this::read);
    }

    /** @param list that is posted, not one that is being written @return its reasons by number; none if its rows hold theirs in full */
    List<Sentence> of(long list) {
        return kept.get(list);
    }

    private List<Sentence> read(long list) {
        return List.copyOf(jdbc.query(
                "select sentence from risk_list_reason where list_number = ? order by list_number, reason_number",
                (row, index) -> StoredReasons.sentence(row.getString(1)),
                list));
    }
}
