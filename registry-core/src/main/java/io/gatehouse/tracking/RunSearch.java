package io.gatehouse.tracking;

import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.search.Condition;
import io.gatehouse.search.Filter;
import io.gatehouse.search.Keyset;
import io.gatehouse.search.Ordering;
import io.gatehouse.search.Page;
import io.gatehouse.search.Place;
import io.gatehouse.search.Placed;
import io.gatehouse.search.Question;
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

    private static final String EXPERIMENT = "r.experiment_id";

    private final RunReader reader;
    private final RunsByMetric byMetric;
    private final Keyset<String> runs;

    RunSearch(JdbcClient jdbc, RunReader reader, RunsByMetric byMetric) {
        this.reader = reader;
        this.byMetric = byMetric;
        this.runs = new Keyset<>(jdbc, "r.id", "run r", (row, index) -> row.getString("id"));
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
        List<Long> experiments =
                query.experimentIds.stream().distinct().sorted().toList();
        Question question = Question.of("runs", experiments, query.filter, query.orderBy, query.view);
        Condition where = query.view.on("r.lifecycle").and(SCOPE.where(Filter.parse(query.filter)));
        Ordering order = SCOPE.orderOf(query.orderBy);
        Optional<Place> after = runs.place(order, query.token, question);
        List<Placed<String>> found =
                experiments.isEmpty() ? List.of() : after(experiments, order, where, after, query.size + 1);
        Page<String> page = Page.of(found, query.size, question);
        return new Page<>(reader.all(page.items()), page.next());
    }

    private List<Placed<String>> after(
            List<Long> experiments, Ordering order, Condition where, Optional<Place> after, int limit) {
        Optional<Ordering.ByMetric> metric = order.byMetric();
        return metric.isPresent() && experiments.size() <= RunsByMetric.MOST_EXPERIMENTS
                ? byMetric.first(new RunsByMetric.Wanted(runs, experiments, metric.get(), order, where, after), limit)
                : runs.afterWithin(EXPERIMENT, experiments, order, where, after, limit);
    }
}
