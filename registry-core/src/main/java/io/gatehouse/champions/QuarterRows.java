package io.gatehouse.champions;

import io.gatehouse.champions.QuarterInReview.AcceptedCheck;
import io.gatehouse.champions.QuarterInReview.Decision;
import io.gatehouse.checks.CheckName;
import io.gatehouse.policy.Use;
import io.gatehouse.promotion.RequestState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people decided in a time, of all models. One query each, by an index over the moment. */
@Component
class QuarterRows {
    private final JdbcClient jdbc;

    QuarterRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. @param after exclusive @param until inclusive */
    List<Decision> requests(Instant after, Instant until) {
        return jdbc.sql("""
                select r.number, m.name, r.version, r.use_for, r.state, p.display_name, r.decided_at
                from promotion_request r
                join registered_model m on m.id = r.model_id
                join person p on p.id = r.requested_by
                where r.decided_at > ? and r.decided_at <= ?
                order by r.decided_at desc, r.number desc""")
                .params(stored(after), stored(until))
                .query((row, index) -> new Decision(
                        row.getLong("number"),
                        row.getString("name"),
                        row.getInt("version"),
                        Use.valueOf(row.getString("use_for")),
                        RequestState.valueOf(row.getString("state")),
                        row.getString("display_name"),
                        moment(row, "decided_at")))
                .list();
    }

    /** Newest first. @param after exclusive @param until inclusive */
    List<AcceptedCheck> accepted(Instant after, Instant until) {
        return jdbc.sql("""
                select o.number, r.number as request, m.name, o.version, o.check_name, proposer.display_name as proposed_by,
                       other.display_name as agreed_by, o.agreed_at, o.until_at
                from check_override o
                join promotion_request r on r.id = o.request_id
                join registered_model m on m.id = o.model_id
                join person proposer on proposer.id = o.proposed_by
                join person other on other.id = o.agreed_by
                where o.agreed_at > ? and o.agreed_at <= ?
                order by o.agreed_at desc, o.number desc""")
                .params(stored(after), stored(until))
                .query((row, index) -> new AcceptedCheck(
                        row.getLong("number"),
                        row.getLong("request"),
                        row.getString("name"),
                        row.getInt("version"),
                        CheckName.valueOf(row.getString("check_name")),
                        row.getString("proposed_by"),
                        row.getString("agreed_by"),
                        moment(row, "agreed_at"),
                        moment(row, "until_at")))
                .list();
    }

    private static OffsetDateTime stored(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
