package io.gatehouse.tracking;

import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.search.Condition;
import io.gatehouse.search.Filter;
import io.gatehouse.search.Ordering;
import io.gatehouse.search.Page;
import io.gatehouse.search.PageToken;
import io.gatehouse.search.SearchScope;
import io.gatehouse.search.SearchScope.Member;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds runs. */
@Component
public class RunSearch {
    private static final String USED = "run_dataset u join dataset d on d.id = u.dataset_id where u.run_id = r.id";
    static final SearchScope SCOPE = SearchScope.of("attributes", "attribute", "attr", "run")
            .listedText("run_id", "r.id")
            .text("run_name", "r.name", "run name", "Run name", "Run Name")
            .text("user_id", "r.user_id")
            .text("status", "r.status")
            .text("artifact_uri", "r.artifact_uri")
            .number("start_time", "r.start_ms", "created", "Created")
            .number("end_time", "r.end_ms")
            .metrics(
                    Set.of("metrics", "metric"),
                    "run_metric_latest m where m.run_id = r.id and m.metric_key = ?",
                    "m.metric_value",
                    "m.is_nan")
            .tags(
                    Set.of("params", "param", "parameters", "parameter"),
                    "param",
                    "run_param p where p.run_id = r.id and p.param_key = ?",
                    "p.param_value",
                    true)
            .tags(
                    Set.of("tags", "tag"),
                    "tag",
                    "run_tag t where t.run_id = r.id and t.tag_key = ?",
                    "t.tag_value",
                    true)
            .members(
                    Set.of("datasets", "dataset"),
                    "dataset",
                    Map.of(
                            "name", new Member(USED, "d.name"),
                            "digest", new Member(USED, "d.digest"),
                            "context",
                                    new Member(
                                            "run_dataset_tag c where c.run_id = r.id and c.tag_key = 'mlflow.data.context'",
                                            "c.tag_value")))
            .complete("run_id", "run_name", "user_id", "status", "artifact_uri", "start_time")
            .defaultOrder("start_time DESC")
            .tieBreak("start_time DESC", "run_id ASC")
            .build();

    /** Pages beyond are found by sorting: all before them would have to be held to find them by walking. */
    private static final long FARTHEST_WALK = 50_000;

    private final JdbcClient jdbc;
    private final RunReader reader;
    private final RunsByMetric byMetric;

    RunSearch(JdbcClient jdbc, RunReader reader, RunsByMetric byMetric) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.byMetric = byMetric;
    }

    /**
     * What to look for.
     *
     * @param experimentIds where; none finds nothing
     * @param filter in MLflow's language, empty for all
     * @param orderBy in MLflow's language; by start, newest first, where it leaves ties
     * @param size at most so many on a page
     * @param token of the page before
     */
    public record Query(
            List<Long> experimentIds,
            String filter,
            List<String> orderBy,
            LifecycleView view,
            int size,
            Optional<String> token) {
        public Query {
            experimentIds = List.copyOf(experimentIds);
            orderBy = List.copyOf(orderBy);
        }
    }

    /** @throws io.gatehouse.search.InvalidSearchException if filter, order or token are wrong */
    @Transactional(readOnly = true)
    public Page<Run> find(Actor actor, Query query) {
        Permissions.require(actor, Action.READ_TRACKING);
        String identity = query.experimentIds + "\n" + query.filter + "\n" + query.orderBy + "\n" + query.view;
        long offset = PageToken.offset(query.token, identity);
        Condition where = Condition.in("r.experiment_id", query.experimentIds)
                .and(query.view.on("r.lifecycle"))
                .and(SCOPE.where(Filter.parse(query.filter)));
        List<String> ids =
                query.experimentIds.isEmpty() ? List.of() : ids(query, SCOPE.orderOf(query.orderBy), where, offset);
        Page<String> found = Page.of(ids, query.size, offset, identity);
        return new Page<>(reader.all(found.items()), found.next());
    }

    /** One more than fit on the page. */
    private List<String> ids(Query query, Ordering order, Condition where, long offset) {
        int limit = query.size + 1;
        Optional<Ordering.ByMetric> metric = order.byMetric();
        boolean inOne = query.experimentIds.size() == 1;
        if (inOne && metric.isPresent() && offset + limit <= FARTHEST_WALK) {
            List<String> first = byMetric.first(
                    new RunsByMetric.Wanted(query.experimentIds.getFirst(), metric.get(), order, where),
                    (int) offset + limit);
            return first.subList((int) Math.min(offset, first.size()), first.size());
        }
        Condition page =
                (inOne ? order.under("r.experiment_id") : order).pageOfIds("r.id", "run r", where, limit, offset);
        return jdbc.sql(page.sql())
                .params(page.parameters())
                .query((row, index) -> row.getString(1))
                .list();
    }
}
