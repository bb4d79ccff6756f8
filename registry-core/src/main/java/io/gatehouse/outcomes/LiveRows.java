package io.gatehouse.outcomes;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Scores beside outcomes, as rows. Every query names the model first, so that other models' customers cost nothing. */
@Component
class LiveRows {
    private static final int FETCH = 5_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate walk;

    LiveRows(JdbcClient jdbc, JdbcTemplate walk) {
        this.jdbc = jdbc;
        this.walk = walk;
    }

    /**
     * A population that a version scored.
     *
     * @param number of the list made of it
     * @param scored customers in it
     * @param kept whether the score of every one is on record
     */
    record Batch(long number, LocalDate asOf, String population, double threshold, long scored, boolean kept) {}

    /** Takes one customer's score and the last word on them. */
    @FunctionalInterface
    interface Taker {
        void take(String customer, double score, boolean left, LocalDate observedOn);
    }

    /** Versions that scored a population, the newest first. */
    List<Integer> versions(UUID model) {
        return jdbc.sql("select distinct version from risk_list where model_id = ? order by version desc")
                .param(model)
                .query((row, index) -> row.getInt("version"))
                .list();
    }

    /** Populations of a version, the newest first; of one that was posted twice, the later. */
    List<Batch> batches(UUID model, int version) {
        return jdbc.sql("""
                select number, as_of, population, threshold, scored, scores_kept as kept from risk_list
                where model_id = ? and version = ? order by as_of desc, number desc""")
                .params(model, version)
                .query((row, index) -> new Batch(
                        row.getLong("number"),
                        row.getObject("as_of", LocalDate.class),
                        row.getString("population"),
                        row.getDouble("threshold"),
                        row.getLong("scored"),
                        row.getBoolean("kept")))
                .list();
    }

    /** The number of the newest intake of a model; empty if nothing was ever taken in. */
    Optional<Long> newestIntake(UUID model) {
        return Optional.ofNullable(
                walk.queryForObject("select max(number) from outcome_intake where model_id = ?", Long.class, model));
    }

    /** The last day of which anything is known of a model's customers, by the intakes up to one. */
    LocalDate knownUntil(UUID model, long intake) {
        return jdbc.sql("select max(observed_to) from outcome_intake where model_id = ? and number <= ?")
                .params(model, intake)
                .query(LocalDate.class)
                .single();
    }

    /** The customers of a population of whom something is known by the intakes up to one, in order of their ids. */
    void outcomes(UUID model, long list, long intake, Taker taker) {
        JdbcTemplate streaming = new JdbcTemplate(Objects.requireNonNull(walk.getDataSource()));
        streaming.setFetchSize(FETCH);
        streaming.query(
                """
                select o.customer, s.score, o.has_left, o.observed_on
                from customer_outcome o
                join scored_customer s on s.model_id = o.model_id and s.customer = o.customer and s.list_number = ?
                where o.model_id = ? and o.intake <= ? and not exists (select 1 from customer_outcome n
                      where n.model_id = o.model_id and n.customer = o.customer and n.intake > o.intake and n.intake <= ?)
                order by o.customer""",
                row -> {
                    taker.take(
                            row.getString(1), row.getDouble(2), row.getBoolean(3), row.getObject(4, LocalDate.class));
                },
                list,
                model,
                intake,
                intake);
    }
}
