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
 */
record RunQuery(String filter, List<String> columns, String sort) {
    RunQuery {
        columns = List.copyOf(columns);
    }

    static RunQuery of(QueryParameters parameters) {
        return new RunQuery(
                parameters.getSingleParameter("q").orElse("").strip(),
                parameters.getParameters("col"),
                parameters.getSingleParameter("sort").orElse("").strip());
    }

    /** As {@link #inAddress} wrote it. */
    static RunQuery read(String choices) {
        return of(QueryParameters.fromString(choices));
    }

    boolean nothing() {
        return filter.isEmpty() && columns.isEmpty() && sort.isEmpty();
    }

    /** What follows the question mark. */
    String inAddress() {
        return parameters().getQueryString();
    }

    RunQuery withFilter(String other) {
        return new RunQuery(other.strip(), columns, sort);
    }

    RunQuery withColumns(List<String> others) {
        return new RunQuery(filter, others, sort);
    }

    RunQuery withSort(String other) {
        return new RunQuery(filter, columns, other);
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
        return new QueryParameters(parameters);
    }
}
