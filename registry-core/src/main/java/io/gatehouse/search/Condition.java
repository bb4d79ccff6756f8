package io.gatehouse.search;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of SQL with the values of its question marks, in order.
 *
 * @param sql a condition, or an expression
 * @param parameters one for each question mark
 */
public record Condition(String sql, List<Object> parameters) {
    /** Holds always. */
    public static final Condition ALWAYS = new Condition("1 = 1", List.of());

    public Condition {
        parameters = List.copyOf(parameters);
    }

    public Condition and(Condition other) {
        List<Object> both = new ArrayList<>(parameters);
        both.addAll(other.parameters);
        return new Condition(sql + " and " + other.sql, both);
    }

    /** {@code column in (?, …)}; never, if there are no values. */
    public static Condition in(String column, List<?> values) {
        return values.isEmpty()
                ? new Condition("1 = 0", List.of())
                : new Condition(column + " in (" + "?, ".repeat(values.size() - 1) + "?)", List.copyOf(values));
    }
}
