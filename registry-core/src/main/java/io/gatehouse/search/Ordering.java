package io.gatehouse.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An order of results, ready to be written into a query. Missing values come last in both directions, NaN just before them. */
public final class Ordering {
    /** PostgreSQL takes at most 65,535 values in one query. */
    private static final int MOST_VALUES = 50_000;

    private final List<SortKey> keys;
    private final String under;

    Ordering(List<SortKey> keys) {
        this(keys, "");
    }

    private Ordering(List<SortKey> keys, String under) {
        this.keys = List.copyOf(keys);
        this.under = under;
    }

    List<SortKey> keys() {
        return keys;
    }

    /**
     * An order whose first wish is a metric.
     *
     * @param key of the metric
     */
    public record ByMetric(String key, boolean ascending) {}

    /** The metric that results are ordered by first, if it is one. */
    public Optional<ByMetric> byMetric() {
        SortKey first = keys.getFirst();
        return first.field() instanceof Field.Metric metric
                ? Optional.of(new ByMetric(String.valueOf(metric.parameters().getFirst()), first.ascending()))
                : Optional.empty();
    }

    /** What decides among rows that the first key leaves equal. */
    public Ordering rest() {
        return new Ordering(keys.subList(1, keys.size()), under);
    }

    /** The same order for results that all have one value in a column, with which their index begins; H2 takes it only if it is told so. */
    public Ordering under(String column) {
        return new Ordering(keys, column + ", ");
    }

    /** Whether it is by columns of the object itself that are never empty, so that an index can give it. */
    public boolean isByIndex() {
        return keys.stream().allMatch(SortKey::isByIndex);
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
        Condition rows = page(id, from, where, Optional.empty(), limit);
        List<Object> parameters = new ArrayList<>(rows.parameters());
        parameters.add(offset);
        return new Condition(rows.sql() + " offset ?", parameters);
    }

    /**
     * The query for the rows after a place: their ids, and what they are ordered by.
     *
     * @param after absent for the first rows
     */
    Condition page(String id, String from, Condition where, Optional<Place> after, int limit) {
        requireFewValues(where);
        return isByIndex() ? walked(id, from, where, after, limit) : sorted(id, from, where, after, limit);
    }

    /** Written and not bound: of a query within a union H2 keeps the result for another limit if nothing else that was bound differs. */
    public static String limit(int most) {
        return " limit " + most;
    }

    static void requireFewValues(Condition where) {
        if (where.parameters().size() > MOST_VALUES) {
            throw new InvalidSearchException(
                    "Invalid search: it compares with " + where.parameters().size() + " values, and at most "
                            + MOST_VALUES + " can be. Name fewer experiments or a shorter list.");
        }
    }

    /** The order of a query in which the keys are called k0, k1 and so on. */
    String byName() {
        return IntStream.range(0, keys.size()).mapToObj(this::named).collect(Collectors.joining(", "));
    }

    private Condition walked(String id, String from, Condition where, Optional<Place> after, int limit) {
        List<Seek.Columns> columns = keys.stream()
                .map(key -> new Seek.Columns(((Field.Attribute) key.field()).column(), ""))
                .toList();
        StringBuilder sql = new StringBuilder("select " + id + " as id");
        for (int i = 0; i < keys.size(); i++) {
            sql.append(", ").append(columns.get(i).value()).append(" as k").append(i);
        }
        Condition which =
                after.map(place -> where.and(Seek.after(keys, columns, place))).orElse(where);
        sql.append(" from ")
                .append(from)
                .append(" where ")
                .append(which.sql())
                .append(" order by ")
                .append(under);
        sql.append(IntStream.range(0, keys.size())
                .mapToObj(i -> columns.get(i).value() + keys.get(i).direction())
                .collect(Collectors.joining(", ")));
        return new Condition(sql + limit(limit), which.parameters());
    }

    private Condition sorted(String id, String from, Condition where, Optional<Place> after, int limit) {
        StringBuilder sql = new StringBuilder("select * from (select " + id + " as id");
        List<Object> parameters = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Condition column = column(keys.get(i).field(), i);
            sql.append(", ").append(column.sql());
            parameters.addAll(column.parameters());
        }
        // An offset of none keeps PostgreSQL from looking each key up again wherever it is compared.
        sql.append(" from ").append(from).append(" where ").append(where.sql()).append(" offset 0) found");
        parameters.addAll(where.parameters());
        if (after.isPresent()) {
            List<Seek.Columns> columns = IntStream.range(0, keys.size())
                    .mapToObj(i -> new Seek.Columns("k" + i, "nan" + i))
                    .toList();
            Condition seek = Seek.after(keys, columns, after.get());
            sql.append(" where ").append(seek.sql());
            parameters.addAll(seek.parameters());
        }
        return new Condition(sql + " order by " + byName() + limit(limit), parameters);
    }

    private static Condition column(Field field, int i) {
        return switch (field) {
            case Field.Attribute attribute -> new Condition(attribute.column() + " as k" + i, List.of());
            case Field.Keyed keyed ->
                new Condition("(select " + keyed.column() + " from " + keyed.rows() + ") as k" + i, keyed.parameters());
            case Field.Metric metric -> {
                List<Object> twice = new ArrayList<>(metric.parameters());
                twice.addAll(metric.parameters());
                yield new Condition(
                        "(select case when " + metric.isNan() + " then null else " + metric.value() + " end from "
                                + metric.rows() + ") as k" + i + ", (select " + metric.isNan() + " from "
                                + metric.rows() + ") as nan" + i,
                        twice);
            }
        };
    }

    private String named(int i) {
        SortKey key = keys.get(i);
        String value = "k" + i + key.direction();
        if (key.complete()) {
            return value;
        }
        return key.isMetric()
                ? "case when nan" + i + " is null then 2 when nan" + i + " then 1 else 0 end, " + value
                : "case when k" + i + " is null then 1 else 0 end, " + value;
    }
}
