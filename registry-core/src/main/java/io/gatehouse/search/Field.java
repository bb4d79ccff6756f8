package io.gatehouse.search;

import java.util.List;

/** Something that can be searched by, and where it is stored. */
sealed interface Field {
    /** In words and canonical, such as {@code attribute.start_time}: two orderings by it are one too many. */
    String name();

    /** How values are compared and ordered. */
    enum Nature {
        TEXT,
        /** Whole or decimal; must not be quoted. */
        NUMBER,
        /** A number that may be quoted. */
        LENIENT_NUMBER,
        /** A timestamp column, in milliseconds since 1970 in the language. */
        TIME
    }

    /**
     * A column of the object's own row.
     *
     * @param lists whether IN is allowed
     */
    record Attribute(String name, String column, Nature nature, boolean lists) implements Field {}

    /**
     * A row of another table, found by the object and a key.
     *
     * @param kind {@code tag}, {@code param}
     * @param rows such as {@code run_tag t where t.run_id = r.id and t.tag_key = ?}
     * @param parameters values for the question marks of {@code rows}
     * @param column holds the value
     * @param lists whether IN is allowed
     * @param nullTests whether IS NULL is allowed
     * @param sortable whether results can be ordered by it
     */
    record Keyed(
            String name,
            String kind,
            String rows,
            List<Object> parameters,
            String column,
            boolean lists,
            boolean nullTests,
            boolean sortable)
            implements Field {
        public Keyed {
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * A metric: a number in another table that may be NaN.
     *
     * @param rows as for {@link Keyed}
     * @param value holds the number
     * @param isNan holds whether it is NaN, in which case the number means nothing
     */
    record Metric(String name, String rows, List<Object> parameters, String value, String isNan) implements Field {
        public Metric {
            parameters = List.copyOf(parameters);
        }
    }
}
