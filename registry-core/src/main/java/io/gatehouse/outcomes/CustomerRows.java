package io.gatehouse.outcomes;

import io.gatehouse.scoring.OutcomeRow;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is said of customers, as rows. Comparing is left to the database, so that no file is held in memory. */
@Component
class CustomerRows {
    private static final int BATCH = 5_000;
    private static final int SHARDS = 8;

    /** The last word on a customer: no newer intake speaks of them. */
    private static final String LAST_WORD = """
            not exists (select 1 from customer_outcome n
                         where n.model_id = o.model_id and n.customer = o.customer and n.intake > o.intake)""";

    private static final String COMPARED = """
            select sum(case when a.has_left then 1 else 0 end) as leavers,
                   sum(case when a.has_left then 0 else 1 end) as stayers,
                   sum(case when o.customer is null then 1 else 0 end) as added,
                   sum(case when o.has_left <> a.has_left then 1 else 0 end) as corrected,
                   sum(case when o.has_left = a.has_left and o.observed_on <> a.observed_on then 1 else 0 end) as moved,
                   sum(case when exists (select 1 from scored_customer s where s.model_id = ? and s.customer = a.customer)
                            then 0 else 1 end) as not_scored,
                   min(a.observed_on) as observed_from, max(a.observed_on) as observed_to
            from outcome_arrival a
            left join customer_outcome o on o.model_id = ? and o.customer = a.customer and\s""" + LAST_WORD + "\n" + """
            where a.intake = ?""";

    private static final String KEEP = """
            insert into customer_outcome (model_id, customer, intake, has_left, observed_on)
            select cast(? as uuid), a.customer, cast(? as bigint), a.has_left, a.observed_on from outcome_arrival a
             where a.intake = ? and not exists (
                   select 1 from customer_outcome o
                    where o.model_id = ? and o.customer = a.customer and o.has_left = a.has_left
                      and o.observed_on = a.observed_on and\s""" + LAST_WORD + ")";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    CustomerRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** A file beside what was on record before it; its parts are those of {@link Intake}. */
    record Compared(
            long leavers,
            long stayers,
            long added,
            long corrected,
            long moved,
            long notScored,
            LocalDate observedFrom,
            LocalDate observedTo) {}

    /** A number for rows on their way in; a file that is refused takes none of those that people see. */
    long nextArrival() {
        return jdbc.sql("select nextval('outcome_arrival_number')")
                .query(Long.class)
                .single();
    }

    /** Takes rows and puts them aside in batches; {@link Arrivals#finish} writes the rest. */
    Arrivals arrivals(long arrival, LocalDate today) {
        return new Arrivals(arrival, today);
    }

    /** One file on its way in, in the transaction of the caller. */
    final class Arrivals {
        private final long arrival;
        private final LocalDate today;
        private final List<Object[]> rows = new ArrayList<>();

        private Arrivals(long arrival, LocalDate today) {
            this.arrival = arrival;
            this.today = today;
        }

        void add(OutcomeRow row) {
            LocalDate day = Optional.ofNullable(row.observedOn()).orElse(today);
            rows.add(new Object[] {arrival, row.id(), row.left(), Date.valueOf(day)});
            if (rows.size() == BATCH) {
                flush();
            }
        }

        void finish() {
            flush();
        }

        private void flush() {
            batches.batchUpdate(
                    "insert into outcome_arrival (intake, customer, has_left, observed_on) values (?, ?, ?, ?)", rows);
            rows.clear();
        }
    }

    /** Waits for whoever compares outcomes of the same model. */
    void lock(UUID model) {
        jdbc.sql("select shard from outcome_lock where shard = ? for update")
                .param(Math.floorMod(model.hashCode(), SHARDS))
                .query(Integer.class)
                .single();
    }

    Compared compare(UUID model, long arrival) {
        return jdbc.sql(COMPARED)
                .params(model, model, arrival)
                .query(Compared.class)
                .single();
    }

    /** Keeps what was not on record already, and clears away what was put aside. */
    void keep(UUID model, long arrival, long intake) {
        jdbc.sql(KEEP).params(model, intake, arrival, model).update();
        jdbc.sql("delete from outcome_arrival where intake = ?").param(arrival).update();
    }

    Outcomes.Known known(UUID model, Instant at) {
        return jdbc.sql("""
                select coalesce(sum(case when o.has_left then 1 else 0 end), 0) as leavers,
                       coalesce(sum(case when o.has_left then 0 else 1 end), 0) as stayers
                from customer_outcome o
                where o.model_id = ? and o.intake = (
                      select max(n.intake) from customer_outcome n join outcome_intake i on i.number = n.intake
                       where n.model_id = o.model_id and n.customer = o.customer and i.taken_in_at <= ?)""")
                .params(model, at.atOffset(ZoneOffset.UTC))
                .query(Outcomes.Known.class)
                .single();
    }
}
