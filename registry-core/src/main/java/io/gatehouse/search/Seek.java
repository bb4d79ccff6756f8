package io.gatehouse.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compiles “after this place” to SQL: greater by the first key, or equal by it and after by the others. Where the first key can be walked
 * by an index it stands as a bound of its own, at which the databases start.
 */
final class Seek {
    private static final Condition NEVER = new Condition("1 = 0", List.of());

    private Seek() {}

    /**
     * Holds for rows after a place.
     *
     * @param columns what each key is called in the query
     */
    static Condition after(List<SortKey> keys, List<Columns> columns, Place place) {
        Condition after = NEVER;
        for (int i = keys.size() - 1; i >= 0; i--) {
            boolean last = i == keys.size() - 1;
            after = step(
                    keys.get(i), columns.get(i), place.marks().get(i), last ? Optional.empty() : Optional.of(after));
        }
        return after;
    }

    /**
     * What a key is called in a query.
     *
     * @param value its column
     * @param nan of a metric, whether it is NaN; missing if there is none
     */
    record Columns(String value, String nan) {}

    /** @param rest decides among equals; nothing does by the last key */
    private static Condition step(SortKey key, Columns columns, Mark mark, Optional<Condition> rest) {
        String beyond = key.ascending() ? " > ?" : " < ?";
        if (key.complete() && rest.isPresent()) {
            return withValue(columns.value() + (key.ascending() ? " >= ?" : " <= ?"), mark)
                    .and(either(withValue(columns.value() + beyond, mark), rest.get()));
        }
        Condition same = same(key, columns, mark);
        Condition further = rest.map(same::and).orElse(NEVER);
        return switch (mark) {
            case Mark.Missing missing -> further;
            case Mark.NotANumber nan -> either(new Condition(columns.nan() + " is null", List.of()), further);
            default -> either(withValue(orLater(key, columns, columns.value() + beyond), mark), further);
        };
    }

    /** What comes after all values, in both directions. */
    private static String orLater(SortKey key, Columns columns, String beyond) {
        if (key.complete()) {
            return beyond;
        }
        String later = key.isMetric() ? columns.nan() + " or " + columns.nan() : columns.value();
        return "(" + beyond + " or " + later + " is null)";
    }

    private static Condition same(SortKey key, Columns columns, Mark mark) {
        return switch (mark) {
            case Mark.Missing missing ->
                new Condition((key.isMetric() ? columns.nan() : columns.value()) + " is null", List.of());
            case Mark.NotANumber nan -> new Condition(columns.nan(), List.of());
            default -> withValue(columns.value() + " = ?", mark);
        };
    }

    private static Condition either(Condition one, Condition other) {
        if (other.equals(NEVER)) {
            return one;
        }
        List<Object> parameters = new ArrayList<>(one.parameters());
        parameters.addAll(other.parameters());
        return new Condition("(" + one.sql() + " or " + other.sql() + ")", parameters);
    }

    private static Condition withValue(String sql, Mark mark) {
        return new Condition(sql, List.of(SortKey.bound(mark)));
    }
}
