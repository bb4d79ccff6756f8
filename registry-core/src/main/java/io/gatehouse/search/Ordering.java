package io.gatehouse.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** An order of results, ready to be written into a query. Missing values come last in both directions, NaN just before them. */
public final class Ordering {
    /** PostgreSQL takes at most 65,535 values in one query. */
    private static final int MOST_VALUES = 50_000;

    private final List<Key> keys;
    private final String under;

    Ordering(List<Key> keys) {
        this(keys, "");
    }

    private Ordering(List<Key> keys, String under) {
        this.keys = List.copyOf(keys);
        this.under = under;
    }

    /** @param complete whether every object has a value, so that none is missing */
    record Key(Field field, boolean ascending, boolean complete) {}

    /**
     * An order whose first wish is a metric.
     *
     * @param key of the metric
     */
    public record ByMetric(String key, boolean ascending) {}

    /** The metric that results are ordered by first, if it is one. */
    public Optional<ByMetric> byMetric() {
        return keys.getFirst().field instanceof Field.Metric metric
                ? Optional.of(new ByMetric(String.valueOf(metric.parameters().getFirst()), keys.getFirst().ascending))
                : Optional.empty();
    }

    /** The same order for results that all have one value in a column, with which their index begins; H2 takes it only if it is told so. */
    public Ordering under(String column) {
        return new Ordering(keys, column + ", ");
    }

    /** Whether it is by columns of the object itself that are never empty, so that an index can give it. */
    private boolean isByIndex() {
        return keys.stream().allMatch(key -> key.complete && key.field instanceof Field.Attribute);
    }

    /**
     * The query for one page of ids.
     *
     * @param id column of the object's id, such as {@code r.id}
     * @param from what to select from, such as {@code run r}
     * @param where which of them
     * @param limit at most so many
     * @param offset after so many
     * @throws InvalidSearchException if it compares with more values than a database takes
     */
    public Condition pageOfIds(String id, String from, Condition where, int limit, long offset) {
        if (where.parameters().size() > MOST_VALUES) {
            throw new InvalidSearchException(
                    "Invalid search: it compares with " + where.parameters().size() + " values, and at most "
                            + MOST_VALUES + " can be. Name fewer experiments or a shorter list.");
        }
        return isByIndex() ? walked(id, from, where, limit, offset) : sorted(id, from, where, limit, offset);
    }

    private Condition walked(String id, String from, Condition where, int limit, long offset) {
        String order = under
                + keys.stream()
                        .map(key -> ((Field.Attribute) key.field).column() + direction(key))
                        .collect(Collectors.joining(", "));
        List<Object> parameters = new ArrayList<>(where.parameters());
        parameters.add(limit);
        parameters.add(offset);
        return new Condition(
                "select " + id + " as id from " + from + " where " + where.sql() + " order by " + order
                        + " limit ? offset ?",
                parameters);
    }

    private static String direction(Key key) {
        return key.ascending ? " asc" : " desc";
    }

    private Condition sorted(String id, String from, Condition where, int limit, long offset) {
        StringBuilder inner = new StringBuilder("select " + id + " as id");
        List<String> order = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Key key = keys.get(i);
            String column = "k" + i;
            switch (key.field) {
                case Field.Attribute attribute -> {
                    inner.append(", ").append(attribute.column()).append(" as ").append(column);
                    order.add("case when " + column + " is null then 1 else 0 end");
                }
                case Field.Keyed keyed -> {
                    inner.append(", (select ").append(keyed.column()).append(" from ");
                    inner.append(keyed.rows()).append(") as ").append(column);
                    parameters.addAll(keyed.parameters());
                    order.add("case when " + column + " is null then 1 else 0 end");
                }
                case Field.Metric metric -> {
                    inner.append(", (select case when ").append(metric.isNan()).append(" then null else ");
                    inner.append(metric.value())
                            .append(" end from ")
                            .append(metric.rows())
                            .append(") as ");
                    inner.append(column)
                            .append(", (select ")
                            .append(metric.isNan())
                            .append(" from ");
                    inner.append(metric.rows()).append(") as nan").append(i);
                    parameters.addAll(metric.parameters());
                    parameters.addAll(metric.parameters());
                    order.add("case when nan" + i + " is null then 2 when nan" + i + " then 1 else 0 end");
                }
            }
            order.add(column + direction(key));
        }
        inner.append(" from ").append(from).append(" where ").append(where.sql());
        parameters.addAll(where.parameters());
        parameters.add(limit);
        parameters.add(offset);
        String sql = "select id from (" + inner + ") found order by " + String.join(", ", order) + " limit ? offset ?";
        return new Condition(sql, parameters);
    }
}
