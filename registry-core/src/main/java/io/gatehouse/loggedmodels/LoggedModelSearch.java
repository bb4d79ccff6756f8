package io.gatehouse.loggedmodels;

import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.search.Condition;
import io.gatehouse.search.Filter;
import io.gatehouse.search.Identifier;
import io.gatehouse.search.InvalidSearchException;
import io.gatehouse.search.Keyset;
import io.gatehouse.search.OrderBy;
import io.gatehouse.search.Ordering;
import io.gatehouse.search.Page;
import io.gatehouse.search.Place;
import io.gatehouse.search.Placed;
import io.gatehouse.search.Question;
import io.gatehouse.search.SearchScope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds logged models by MLflow's search language. */
@Component
public class LoggedModelSearch {
    /** Most logged models on a page. */
    public static final int MOST = 50_000;

    private static final String METRICS = "metrics.";
    private static final String NEWEST_METRICS = """
            (select n.*, row_number() over (partition by n.model_id, n.metric_key, %s
                                            order by n.logged_at desc, n.step desc, n.run_id) as place
             from logged_model_metric n) t where t.place = 1 and t.model_id = l.id and t.metric_key = ?""";

    private final JdbcClient jdbc;
    private final LoggedModelRows rows;
    private final Keyset<String> models;

    LoggedModelSearch(JdbcClient jdbc, LoggedModelRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.models = new Keyset<>(jdbc, "l.id", "logged_model l", (row, index) -> row.getString("id"));
    }

    /**
     * A dataset that metrics were measured on.
     *
     * @param name of the dataset
     * @param digest of its content; empty for any
     */
    public record Dataset(String name, String digest) {}

    /**
     * One wish of the ordering.
     *
     * @param field an attribute, or {@code metrics.<key>}
     * @param ascending smallest first
     * @param dataset on which the metric was measured; empty for any
     */
    public record Wish(String field, boolean ascending, Optional<Dataset> dataset) {}

    /**
     * What is looked for.
     *
     * @param experimentIds numbers as text
     * @param filter in MLflow's language; empty for everything
     * @param datasets that metrics of the filter must have been measured on; without such a metric, that any metric must have been
     * @param orderBy first wish first
     * @param size most results on the page
     * @param token of the page; empty for the first
     */
    public record Query(
            List<String> experimentIds,
            String filter,
            List<Dataset> datasets,
            List<Wish> orderBy,
            int size,
            Optional<String> token) {
        public Query {
            experimentIds = List.copyOf(experimentIds);
            datasets = List.copyOf(datasets);
            orderBy = List.copyOf(orderBy);
        }

        private Question question() {
            return Question.of("logged models", numbers(experimentIds), filter, datasets, orderBy);
        }
    }

    /** @throws InvalidSearchException if the query cannot be understood */
    @Transactional(readOnly = true)
    public Page<LoggedModel> find(Actor actor, Query query) {
        Permissions.require(actor, Action.READ_TRACKING);
        if (query.size < 1 || query.size > MOST) {
            throw new InvalidSearchException("Invalid value " + query.size
                    + " for parameter 'max_results' supplied: it must be at least 1 and at most " + MOST);
        }
        List<Long> experiments = numbers(query.experimentIds);
        Condition where = where(query);
        Ordering order = ordering(query);
        Optional<Place> after = models.place(order, query.token, query.question());
        List<Placed<String>> found = experiments.isEmpty()
                ? List.of()
                : models.afterWithin("l.experiment_id", experiments, order, where, after, query.size + 1);
        Page<String> page = Page.of(found, query.size, query.question());
        return new Page<>(byIds(page.items()), page.next());
    }

    private List<LoggedModel> byIds(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, LoggedModel> found = new HashMap<>();
        jdbc.sql("select * from logged_model where id in (:ids)")
                .param("ids", ids)
                .query(LoggedModelRows::model)
                .list()
                .forEach(model -> found.put(model.id(), model));
        return rows.withDetails(
                ids.stream().map(found::get).filter(Objects::nonNull).toList());
    }

    private static Condition where(Query query) {
        Condition where = new Condition("l.deleted_at is null", List.of());
        Condition measured = measuredOn(query.datasets);
        Filter filter = Filter.parse(query.filter);
        boolean byMetric = filter.clauses().stream()
                .anyMatch(clause -> clause.identifier().prefix().equals("metrics"));
        if (!query.datasets.isEmpty() && !byMetric) {
            where = where.and(new Condition(
                    "exists (select 1 from logged_model_metric t where t.model_id = l.id and " + measured.sql() + ")",
                    measured.parameters()));
        }
        String metricRows = "logged_model_metric t where t.model_id = l.id and t.metric_key = ? and " + measured.sql();
        return where.and(scope(metricRows, measured.parameters(), "creation_timestamp DESC")
                .where(filter));
    }

    private static Ordering ordering(Query query) {
        List<Dataset> datasets = query.orderBy.stream()
                .flatMap(wish -> wish.dataset().stream())
                .distinct()
                .toList();
        if (datasets.size() > 1) {
            throw new InvalidSearchException(
                    "Invalid order_by clause: results can be ordered by metrics of one dataset");
        }
        List<OrderBy> wishes =
                query.orderBy.stream().map(LoggedModelSearch::orderBy).toList();
        boolean ofOneDataset = !datasets.isEmpty();
        Condition measured = ofOneDataset ? measuredOn(datasets) : Condition.ALWAYS;
        // One row for each key: a dataset splits the history of a metric into one of its own.
        boolean digest = ofOneDataset && !datasets.get(0).digest().isEmpty();
        String histories = ofOneDataset ? "n.dataset_name" + (digest ? ", n.dataset_digest" : "") : "1";
        String metricRows = NEWEST_METRICS.formatted(histories) + " and " + measured.sql();
        return scope(metricRows, measured.parameters(), "creation_timestamp DESC")
                .order(wishes);
    }

    /** The name of a metric follows as it is, without quotes, whatever is in it. */
    private static OrderBy orderBy(Wish wish) {
        String field = wish.field();
        return field.startsWith(METRICS) && field.length() > METRICS.length()
                ? new OrderBy(new Identifier("metrics", field.substring(METRICS.length())), wish.ascending())
                : OrderBy.parse(field, wish.ascending());
    }

    private static SearchScope scope(String metricRows, List<?> metricParameters, String defaultOrder) {
        return SearchScope.of("attributes")
                .listedText("name", "l.name")
                .listedText("model_id", "l.id")
                .listedText("model_type", "l.model_type")
                .listedText("source_run_id", "l.source_run_id")
                .listedText("artifact_location", "l.location")
                .number("status", """
                        case l.status when 'PENDING' then 1 when 'READY' then 2 when 'UPLOAD_FAILED' then 3 else 0 end""")
                .time("creation_timestamp", "l.created_at", "creation_time", "creation_timestamp_ms")
                .time("last_updated_timestamp", "l.updated_at", "last_updated_time", "last_updated_timestamp_ms")
                .listedTags(
                        Set.of("tags"),
                        "tag",
                        "logged_model_tag t where t.model_id = l.id and t.tag_key = ?",
                        "t.tag_value")
                .listedTags(
                        Set.of("params"),
                        "param",
                        "logged_model_param t where t.model_id = l.id and t.param_key = ?",
                        "t.param_value")
                .metrics(Set.of("metrics"), metricRows, metricParameters, "t.metric_value", "t.is_nan")
                .complete("name", "model_id", "model_type", "artifact_location", "status")
                .complete("creation_timestamp", "last_updated_timestamp")
                .defaultOrder(defaultOrder)
                .tieBreak("creation_timestamp DESC", "model_id ASC")
                .repeatedWishes()
                .build();
    }

    private static Condition measuredOn(List<Dataset> datasets) {
        if (datasets.isEmpty()) {
            return Condition.ALWAYS;
        }
        List<String> either = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        for (Dataset dataset : datasets) {
            either.add("t.dataset_name = ?" + (dataset.digest.isEmpty() ? "" : " and t.dataset_digest = ?"));
            parameters.add(dataset.name);
            if (!dataset.digest.isEmpty()) {
                parameters.add(dataset.digest);
            }
        }
        return new Condition("(" + String.join(" or ", either) + ")", parameters);
    }

    private static List<Long> numbers(List<String> experimentIds) {
        List<Long> numbers = new ArrayList<>();
        for (String id : experimentIds) {
            if (!id.matches("\\d{1,18}")) {
                throw new InvalidSearchException("Invalid value '" + id + "' for parameter 'experiment_ids' supplied");
            }
            numbers.add(Long.parseLong(id));
        }
        return numbers.stream().distinct().sorted().toList();
    }
}
