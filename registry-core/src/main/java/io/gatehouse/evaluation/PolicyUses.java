package io.gatehouse.evaluation;

import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How often policies and value assumptions were judged by. */
@Component
public class PolicyUses {
    private final JdbcClient jdbc;

    PolicyUses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Evaluations by version of the policy; versions that nothing was judged by are absent. */
    @Transactional(readOnly = true)
    public Map<Integer, Long> evaluations(Actor actor, String policy) {
        Permissions.require(actor, Action.READ_POLICY);
        Map<Integer, Long> counts = new HashMap<>();
        jdbc.sql("select policy_version, count(*) from evaluation where policy_name = ? group by policy_version")
                .param(policy)
                .query(row -> {
                    counts.put(row.getInt(1), row.getLong(2));
                });
        return Map.copyOf(counts);
    }

    /** Evaluations counted with that version of the value assumptions. */
    @Transactional(readOnly = true)
    public long countedWith(Actor actor, int assumptions) {
        Permissions.require(actor, Action.READ_POLICY);
        return jdbc.sql("select count(*) from evaluation where assumptions = ?")
                .param(assumptions)
                .query(Long.class)
                .single();
    }
}
