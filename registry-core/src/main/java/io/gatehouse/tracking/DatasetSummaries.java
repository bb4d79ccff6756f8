package io.gatehouse.tracking;

import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.search.Condition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which datasets the runs of experiments used. */
@Component
public class DatasetSummaries {
    private final JdbcClient jdbc;

    DatasetSummaries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A dataset and a context that it was used in.
     *
     * @param context such as {@code training}; absent if none was told
     */
    public record Summary(
            long experimentId,
            String name,
            String digest,
            @Nullable String context) {}

    /** By experiment, name and digest, at most {@code most}. */
    @Transactional(readOnly = true)
    public List<Summary> of(Actor actor, List<Long> experimentIds, int most) {
        Permissions.require(actor, Action.READ_TRACKING);
        Condition where = Condition.in("d.experiment_id", experimentIds);
        List<Object> parameters = new ArrayList<>(where.parameters());
        parameters.add(most);
        return jdbc.sql("""
                select distinct d.experiment_id, d.name, d.digest, c.tag_value as context
                from dataset d join run_dataset u on u.dataset_id = d.id
                left join run_dataset_tag c
                    on c.run_id = u.run_id and c.dataset_id = u.dataset_id and c.tag_key = 'mlflow.data.context'
                where\s""" + where.sql() + " order by d.experiment_id, d.name, d.digest, context limit ?")
                .params(parameters)
                .query((row, index) ->
                        new Summary(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }
}
