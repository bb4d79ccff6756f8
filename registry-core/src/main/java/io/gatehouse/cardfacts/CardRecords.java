package io.gatehouse.cardfacts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who made a version, and when it was in use on whose word: two queries, whatever there is. */
@Component
class CardRecords {
    private final JdbcClient jdbc;

    CardRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param trainer absent if the version names no run that is known here */
    record Makers(String registrar, @Nullable String trainer) {}

    /**
     * @param request that brought it; absent if not on record
     * @param approvers joined by commas; absent if not on record
     */
    record Tenure(
            Instant from,
            @Nullable Instant to,
            @Nullable Long request,
            @Nullable String approvers) {}

    Makers makers(UUID version) {
        return jdbc.sql("""
                select registrar.display_name as registrar, trainer.display_name as trainer
                from model_version v join person registrar on registrar.id = v.created_by
                left join run r on r.id = v.run_id left join person trainer on trainer.id = r.created_by
                where v.id = ?""")
                .param(version)
                .query((row, index) -> new Makers(row.getString("registrar"), row.getString("trainer")))
                .single();
    }

    /** Of the protected alias, oldest first. */
    List<Tenure> tenures(UUID version) {
        return jdbc.sql("""
                select t.from_at, t.to_at, r.number,
                       (select string_agg(p.display_name, ', ' order by v.voted_at, v.id) from promotion_vote v
                          join person p on p.id = v.person_id
                         where v.request_id = r.id and v.round = r.round and v.choice = 'APPROVE') as approvers
                from alias_tenure t
                join registered_model m on m.id = t.model_id and m.protected_alias = t.alias
                left join promotion_request r on r.id = t.request_id
                where t.version_id = ? order by t.from_at, t.id""").param(version).query(CardRecords::tenure).list();
    }

    private static Tenure tenure(ResultSet row, int index) throws SQLException {
        OffsetDateTime to = row.getObject("to_at", OffsetDateTime.class);
        return new Tenure(
                row.getObject("from_at", OffsetDateTime.class).toInstant(),
                to == null ? null : to.toInstant(),
                row.getObject("number", Long.class),
                row.getString("approvers"));
    }
}
