package io.gatehouse.examination;

import io.gatehouse.examination.Examination.Item;
import io.gatehouse.examination.Examination.Outcome;
import io.gatehouse.examination.Examination.State;
import io.gatehouse.search.Condition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Examinations and what was drawn, in two tables. */
@Component
class ExaminationRows {
    private static final String SELECT = """
            select e.id, e.number, p.display_name, e.drawn_at, e.from_at, e.to_at, e.wanted, e.seed, e.population, e.state,
                   j.progress, e.finished_at
            from examination e join person p on p.id = e.drawn_by left join job j on j.id = e.job_id""";

    private final JdbcClient jdbc;
    private final JdbcTemplate inserts;

    ExaminationRows(JdbcClient jdbc, JdbcTemplate inserts) {
        this.jdbc = jdbc;
        this.inserts = inserts;
    }

    /** A promotion that can be drawn. */
    record Promotion(
            long request,
            String model,
            int version,
            @Nullable UUID evaluation,
            @Nullable Long evaluationNumber) {}

    /** A promotion that was drawn and not yet judged again. */
    record Waiting(int place, @Nullable UUID evaluation) {}

    record Head(UUID id, UUID drawnBy, State state) {}

    long nextNumber() {
        return jdbc.sql("select nextval('examination_number')")
                .query(Long.class)
                .single();
    }

    /** All that put a version into use in a period, those taken back since included. */
    List<Promotion> executed(Instant from, Instant to) {
        return jdbc.sql("""
                select r.number, m.name, r.version, r.evaluation_id, e.number as evaluation_number
                from promotion_request r
                join registered_model m on m.id = r.model_id
                left join evaluation e on e.id = r.evaluation_id
                where r.state in ('EXECUTED', 'ROLLED_BACK') and r.decided_at >= ? and r.decided_at <= ?
                order by r.number""")
                .params(at(from), at(to))
                .query((row, index) -> new Promotion(
                        row.getLong("number"),
                        row.getString("name"),
                        row.getInt("version"),
                        row.getObject("evaluation_id", UUID.class),
                        row.getObject("evaluation_number", Long.class)))
                .list();
    }

    void add(UUID id, long number, UUID by, Instant now, Examinations.Draw draw, int population, UUID job) {
        inserts.update(
                """
                insert into examination (id, number, drawn_by, drawn_at, from_at, to_at, wanted, seed, population, state, job_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                id,
                number,
                by,
                at(now),
                at(draw.fromMoment()),
                at(draw.toMoment()),
                draw.size(),
                draw.seed(),
                population,
                State.RUNNING.name(),
                job);
    }

    void addItems(UUID id, List<Promotion> drawn) {
        List<Object[]> rows = new ArrayList<>();
        for (Promotion each : drawn) {
            rows.add(new @Nullable Object[] {
                id,
                rows.size() + 1,
                each.request(),
                each.model(),
                each.version(),
                each.evaluation(),
                each.evaluationNumber()
            });
        }
        inserts.batchUpdate("""
                insert into examination_item (examination_id, place, request_number, model, version, evaluation_id, evaluation_number)
                values (?, ?, ?, ?, ?, ?, ?)""", rows);
    }

    /** Keeps others from changing it for the rest of the transaction. */
    Optional<Head> lock(long number) {
        return jdbc.sql("select id, drawn_by, state from examination where number = ? for update")
                .param(number)
                .query((row, index) -> new Head(
                        row.getObject("id", UUID.class),
                        row.getObject("drawn_by", UUID.class),
                        State.valueOf(row.getString("state"))))
                .optional();
    }

    void finish(UUID id, State state, Instant now) {
        jdbc.sql("update examination set state = ?, finished_at = ? where id = ?")
                .params(state.name(), at(now), id)
                .update();
    }

    List<Waiting> waiting(UUID id) {
        return jdbc.sql(
                        "select place, evaluation_id from examination_item where examination_id = ? and outcome is null order by place")
                .param(id)
                .query((row, index) -> new Waiting(row.getInt("place"), row.getObject("evaluation_id", UUID.class)))
                .list();
    }

    void checked(UUID id, int place, Outcome outcome, String detail, Instant now) {
        jdbc.sql("""
                update examination_item set outcome = ?, detail = ?, checked_at = ?
                where examination_id = ? and place = ? and outcome is null""").params(outcome.name(), detail, at(now), id, place).update();
    }

    Map<Outcome, Integer> outcomes(UUID id) {
        Map<Outcome, Integer> counts = new HashMap<>();
        jdbc.sql(
                        "select outcome, count(*) as n from examination_item where examination_id = ? and outcome is not null group by outcome")
                .param(id)
                .query((row, index) -> counts.put(Outcome.valueOf(row.getString("outcome")), row.getInt("n")))
                .list();
        return counts;
    }

    Optional<Examination> find(long number) {
        return withItems(jdbc.sql(SELECT + " where e.number = ?")
                        .param(number)
                        .query(ExaminationRows::row)
                        .list())
                .stream()
                .findFirst();
    }

    /** The newest first. */
    List<Examination> newest(int most) {
        return withItems(jdbc.sql(SELECT + " order by e.number desc limit ?")
                .param(most)
                .query(ExaminationRows::row)
                .list());
    }

    private record Row(UUID id, Examination examination) {}

    private List<Examination> withItems(List<Row> rows) {
        Condition which =
                Condition.in("examination_id", rows.stream().map(Row::id).toList());
        Map<UUID, List<Item>> items = new HashMap<>();
        jdbc.sql("select * from examination_item where " + which.sql() + " order by place")
                .params(which.parameters())
                .query((row, index) -> items.computeIfAbsent(
                                row.getObject("examination_id", UUID.class), id -> new ArrayList<>())
                        .add(item(row)))
                .list();
        return rows.stream()
                .map(row -> with(row.examination(), items.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static Examination with(Examination bare, List<Item> items) {
        return new Examination(
                bare.number(),
                bare.drawnBy(),
                bare.drawnAt(),
                bare.from(),
                bare.to(),
                bare.wanted(),
                bare.seed(),
                bare.population(),
                bare.state(),
                bare.progress(),
                bare.finishedAt(),
                items);
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return new Row(
                row.getObject("id", UUID.class),
                new Examination(
                        row.getLong("number"),
                        row.getString("display_name"),
                        row.getObject("drawn_at", OffsetDateTime.class).toInstant(),
                        row.getObject("from_at", OffsetDateTime.class).toInstant(),
                        row.getObject("to_at", OffsetDateTime.class).toInstant(),
                        row.getInt("wanted"),
                        row.getLong("seed"),
                        row.getInt("population"),
                        State.valueOf(row.getString("state")),
                        row.getInt("progress"),
                        finished == null ? null : finished.toInstant(),
                        List.of()));
    }

    private static Item item(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        String detail = row.getString("detail");
        OffsetDateTime checked = row.getObject("checked_at", OffsetDateTime.class);
        return new Item(
                row.getInt("place"),
                row.getLong("request_number"),
                row.getString("model"),
                row.getInt("version"),
                row.getObject("evaluation_number", Long.class),
                outcome == null ? null : Outcome.valueOf(outcome),
                detail == null ? "" : detail,
                checked == null ? null : checked.toInstant());
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
