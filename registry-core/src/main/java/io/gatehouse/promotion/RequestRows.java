package io.gatehouse.promotion;

import io.gatehouse.policy.PolicyDocument;
import io.gatehouse.policy.PolicyText;
import io.gatehouse.policy.Use;
import io.gatehouse.sentences.Sentence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One query for all that a request says of itself, names and verdict counts included. */
@Component
class RequestRows {
    private static final String SELECT = """
            select r.id, r.number, r.model_id, m.name as model, r.version, r.alias, r.use_for, r.state, r.note, r.round,
                   r.requested_at, r.decided_at, r.evaluation_id, r.compared_with, r.problem, r.last_step, r.approvals_needed,
                   asker.display_name as asked_by, trainer.display_name as trained_by_name,
                   coalesce(c.passed, 0) as passed, coalesce(c.failed, 0) as failed, coalesce(c.undecided, 0) as undecided, c.unmet, c.inapplicable,
                   case when c.inapplicable is null then null
                        else (select p.canonical from evaluation e
                                join policy_version p on p.name = e.policy_name and p.version = e.policy_version
                               where e.id = r.evaluation_id) end as policy,
                   (select count(*) from promotion_vote v
                     where v.request_id = r.id and v.round = r.round and v.choice = 'APPROVE') as approvals,
                   (select j.state from job j where j.id = r.job_id) as job_state
            from promotion_request r
            join registered_model m on m.id = r.model_id
            join person asker on asker.id = r.requested_by
            join person trainer on trainer.id = r.trained_by
            left join (select evaluation_id,
                              sum(case when verdict = 'PASS' then 1 else 0 end) as passed,
                              sum(case when verdict = 'FAIL' then 1 else 0 end) as failed,
                              sum(case when verdict in ('INCONCLUSIVE', 'ERROR') then 1 else 0 end) as undecided,
                              string_agg(case when verdict in ('PASS', 'NOT_APPLICABLE') then null else check_name end, ',' order by check_name) as unmet,
                              string_agg(case when verdict = 'NOT_APPLICABLE' then check_name else null end, ',' order by check_name) as inapplicable
                       from check_result group by evaluation_id) c on c.evaluation_id = r.evaluation_id""";
    private static final String ORDER = """
             order by case when r.open_key is null then 1 else 0 end,
                      case when r.open_key is null then null else r.requested_at end, r.decided_at desc, r.number desc""";

    private final JdbcClient jdbc;

    RequestRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A request with its names; {@code unmet} are the checks that did not pass. */
    record Row(
            UUID id,
            long number,
            UUID modelId,
            String model,
            int version,
            String alias,
            Use use,
            RequestState state,
            String note,
            int round,
            Instant requestedAt,
            @Nullable Instant decidedAt,
            String requestedBy,
            String trainedBy,
            @Nullable UUID evaluationId,
            @Nullable Integer comparedWith,
            @Nullable Sentence problem,
            int approvalsNeeded,
            int passed,
            int failed,
            int undecided,
            Sentence statusLine) {

        PromotionRow asQueued() {
            return new PromotionRow(
                    number,
                    model,
                    version,
                    alias,
                    use,
                    state,
                    requestedBy,
                    requestedAt,
                    decidedAt,
                    passed,
                    failed,
                    undecided,
                    statusLine);
        }
    }

    List<Row> all(PromotionDossiers.Filter filter) {
        return jdbc.sql(SELECT + " where (cast(:model as varchar) is null or m.name = :model)"
                        + (filter.open() ? " and r.open_key is not null" : "") + "\n" + ORDER)
                .param("model", filter.model())
                .query(RequestRows::row)
                .list();
    }

    List<Row> page(PromotionDossiers.Query query) {
        if (query.states().isEmpty()) {
            return List.of();
        }
        return jdbc.sql(SELECT
                        + " where (cast(:model as varchar) is null or m.name = :model) and r.state in (:states)\n"
                        + ORDER + " offset :offset rows fetch first :limit rows only")
                .param("model", query.model())
                .param("states", query.states().stream().map(Enum::name).toList())
                .param("offset", query.offset())
                .param("limit", query.limit())
                .query(RequestRows::row)
                .list();
    }

    Optional<Row> one(long number) {
        return jdbc.sql(SELECT + " where r.number = :number")
                .param("number", number)
                .query(RequestRows::row)
                .optional();
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        String problem = row.getString("problem");
        OffsetDateTime decidedAt = row.getObject("decided_at", OffsetDateTime.class);
        RequestState state = RequestState.valueOf(row.getString("state"));
        Sentence why = problem == null ? null : PromotionSteps.read(problem);
        return new Row(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getObject("model_id", UUID.class),
                row.getString("model"),
                row.getInt("version"),
                row.getString("alias"),
                Use.valueOf(row.getString("use_for")),
                state,
                row.getString("note"),
                row.getInt("round"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                decidedAt == null ? null : decidedAt.toInstant(),
                row.getString("asked_by"),
                row.getString("trained_by_name"),
                row.getObject("evaluation_id", UUID.class),
                row.getObject("compared_with", Integer.class),
                why,
                row.getInt("approvals_needed"),
                row.getInt("passed"),
                row.getInt("failed"),
                row.getInt("undecided"),
                StatusLines.of(facts(row, state, why)));
    }

    private static StatusLines.Facts facts(ResultSet row, RequestState state, @Nullable Sentence problem)
            throws SQLException {
        return new StatusLines.Facts(
                state,
                PromotionSteps.read(row.getString("last_step")),
                problem,
                "FAILED".equals(row.getString("job_state")),
                unmet(row),
                row.getLong("approvals"),
                row.getInt("approvals_needed"));
    }

    /** The checks that did not pass, without those that the policy lets not apply. */
    private static List<String> unmet(ResultSet row) throws SQLException {
        List<String> unmet = new ArrayList<>(names(row.getString("unmet")));
        String canonical = row.getString("policy");
        for (String check : names(row.getString("inapplicable"))) {
            boolean excused = canonical != null
                    && PolicyText.parse(canonical) instanceof PolicyText.Reading.Understood(PolicyDocument policy)
                    && policy.excuses(check);
            if (!excused) {
                unmet.add(check);
            }
        }
        return unmet;
    }

    private static List<String> names(@Nullable String joined) {
        return joined == null ? List.of() : List.of(joined.split(","));
    }
}
