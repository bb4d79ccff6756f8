package io.gatehouse.champions;

import io.gatehouse.champions.ModelPage.VersionRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All versions of a model as its page lists them, in one query. */
@Component
class PageVersions {
    private static final String SELECT = """
            select v.version, v.created_at, v.run_id, r.name as run_name, r.experiment_id,
                   coalesce(trainer.display_name, registrar.display_name) as created_by,
                   (select string_agg(a.alias, ',' order by a.alias) from model_alias a where a.version_id = v.id) as aliases,
                   (select l.metric_value from run_metric_latest l
                     where l.run_id = r.id and l.metric_key = 'test_auc' and not l.is_nan) as logged_auc,
                   p.number as request, p.state as request_state
            from model_version v
            left join run r on r.id = v.run_id
            left join person trainer on trainer.id = r.created_by
            left join person registrar on registrar.id = v.created_by
            left join promotion_request p on p.number = (select max(q.number) from promotion_request q
                                                          where q.model_id = v.model_id and q.version = v.version)
            where v.model_id = ? and v.deleted_at is null order by v.version desc""";

    private final JdbcClient jdbc;

    PageVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param floor of the test AUC, below which no request is opened; absent if no policy says */
    List<VersionRow> of(UUID model, @Nullable Double floor) {
        return jdbc.sql(SELECT)
                .param(model)
                .query((row, index) -> version(row, floor))
                .list();
    }

    private static VersionRow version(ResultSet row, @Nullable Double floor) throws SQLException {
        String aliases = row.getString("aliases");
        Long experiment = row.getObject("experiment_id", Long.class);
        Double auc = row.getObject("logged_auc", Double.class);
        String createdBy = row.getString("created_by");
        return new VersionRow(
                row.getInt("version"),
                aliases == null ? List.of() : List.of(aliases.split(",")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                createdBy == null ? "" : createdBy,
                row.getString("run_id"),
                row.getString("run_name"),
                experiment == null ? null : experiment.toString(),
                auc,
                auc != null && floor != null && auc < floor,
                row.getObject("request", Long.class),
                row.getString("request_state"));
    }
}
