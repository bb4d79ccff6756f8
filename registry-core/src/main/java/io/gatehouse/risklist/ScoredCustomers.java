package io.gatehouse.risklist;

import io.gatehouse.scoring.CustomerScore;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The score of every customer of a population, kept so that what became of them can be held against it. */
@Component
class ScoredCustomers {
    private static final int BATCH = 5_000;

    private final JdbcTemplate jdbc;

    ScoredCustomers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes scores and writes them in batches, in the transaction of the caller; {@link Writer#finish} writes the rest. */
    Writer writer(UUID model, long list) {
        return new Writer(model, list);
    }

    /** One population being written. */
    final class Writer {
        private final UUID model;
        private final long list;
        private final List<Object[]> rows = new ArrayList<>();

        private Writer(UUID model, long list) {
            this.model = model;
            this.list = list;
        }

        void add(CustomerScore customer) {
            rows.add(new Object[] {model, customer.id(), list, customer.score()});
            if (rows.size() == BATCH) {
                flush();
            }
        }

        void finish() {
            flush();
            jdbc.update("update risk_list set scores_kept = true where number = ?", list);
        }

        private void flush() {
            jdbc.batchUpdate(
                    "insert into scored_customer (model_id, customer, list_number, score) values (?, ?, ?, ?)", rows);
            rows.clear();
        }
    }
}
