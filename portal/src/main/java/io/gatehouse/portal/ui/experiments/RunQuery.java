package io.gatehouse.portal.ui.experiments;

import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an address asks to see of an experiment's runs, such as {@code ?q=metrics.val_auc>0.88&col=metrics.val_auc&sort=start_time+ASC}.
 *
 * @param filter in MLflow's language; empty for the tree
 * @param columns metrics and parameters as {@link RunColumns.Choice#inAddress}; empty for the usual ones
 * @param sort one order in MLflow's language; empty for newest first
 * @param deleted whether those in the bin are asked for, {@code ?state=deleted}, and not those that are there
 */
record RunQuery(String filter, List<String> columns, String sort, boolean deleted) {
    private static final String DELETED = "deleted";

    RunQuery(String filter, List<String> columns, String sort) {
        this(filter, columns, sort, false);
    }

    RunQuery {
        columns = List.copyOf(columns);
    }

    static RunQuery of(QueryParameters parameters) {
        return new RunQuery(
                parameters.getSingleParameter("q").orElse("").strip(),
                parameters.getParameters("col"),
                parameters.getSingleParameter("sort").orElse("").strip(),
                parameters.getSingleParameter("state").filter(DELETED::equals).isPresent());
    }

    /** As {@link #inAddress} wrote it. */
    static RunQuery read(String choices) {
        return of(QueryParameters.fromString(choices));
    }

    boolean nothing() {
        return filter.isEmpty() && columns.isEmpty() && sort.isEmpty() && !deleted;
    }

    /** What follows the question mark. */
    String inAddress() {
        return parameters().getQueryString();
    }

    RunQuery withFilter(String other) {
        return new RunQuery(other.strip(), columns, sort, deleted);
    }

    RunQuery withColumns(List<String> others) {
        return new RunQuery(filter, others, sort, deleted);
    }

    RunQuery withSort(String other) {
        return new RunQuery(filter, columns, other, deleted);
    }

    RunQuery withDeleted(boolean wanted) {
        return new RunQuery(filter, columns, sort, wanted);
    }

    QueryParameters parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (!filter.isEmpty()) {
            parameters.put("q", List.of(filter));
        }
        if (!columns.isEmpty()) {
            parameters.put("col", columns);
        }
        if (!sort.isEmpty()) {
            parameters.put("sort", List.of(sort));
        }
        if (deleted) {
            parameters.put("state", List.of(DELETED));
        }
        return new QueryParameters(parameters);
    }
}
