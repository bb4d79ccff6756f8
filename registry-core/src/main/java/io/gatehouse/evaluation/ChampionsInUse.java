package io.gatehouse.evaluation;

import io.gatehouse.policy.Use;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions in use, with the use that each was promoted for. */
@Component
class ChampionsInUse {
    private final JdbcClient jdbc;

    ChampionsInUse(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param use it was promoted for; absent where no request is on record */
    record Champion(
            UUID modelId,
            String model,
            int version,
            @Nullable Use use) {}

    /** All, by the name of their model. */
    List<Champion> all() {
        return jdbc.sql("""
                select m.id, m.name, v.version, max(r.use_for) as use_for
                from registered_model m
                join model_alias a on a.model_id = m.id and a.alias = m.protected_alias
                join model_version v on v.id = a.version_id
                left join alias_tenure t on t.model_id = m.id and t.alias = a.alias and t.to_at is null
                left join promotion_request r on r.id = t.request_id
                where m.deleted_at is null
                group by m.id, m.name, v.version
                order by m.name""")
                .query((row, index) -> {
                    String use = row.getString("use_for");
                    return new Champion(
                            row.getObject("id", UUID.class),
                            row.getString("name"),
                            row.getInt("version"),
                            use == null ? null : Use.valueOf(use));
                })
                .list();
    }
}
