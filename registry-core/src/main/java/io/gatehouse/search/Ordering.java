package io.gatehouse.search;

import java.util.ArrayList;
import java.util.List;

/** An order of results, ready to be written into a query. Missing values come last in both directions, NaN just before them. */
public final class Ordering {
    private final List<Key> keys;

    Ordering(List<Key> keys) {
        this.keys = List.copyOf(keys);
    }

    record Key(Field field, boolean ascending) {}

    /**
     * The query for one page of ids.
     *
     * @param id column of the object's id, such as {@code r.id}
     * @param from what to select from, such as {@code run r}
     * @param where which of them
     * @param limit at most so many
     * @param offset after so many
     */
    public Condition pageOfIds(String id, String from, Condition where, int limit, long offset) {
        StringBuilder inner = new StringBuilder("select " + id + " as id");
        List<String> order = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Key key = keys.get(i);
            String direction = key.ascending ? " asc" : " desc";
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
            order.add(column + direction);
        }
        inner.append(" from ").append(from).append(" where ").append(where.sql());
        parameters.addAll(where.parameters());
        parameters.add(limit);
        parameters.add(offset);
        String sql = "select id from (" + inner + ") found order by " + String.join(", ", order) + " limit ? offset ?";
        return new Condition(sql, parameters);
    }
}
