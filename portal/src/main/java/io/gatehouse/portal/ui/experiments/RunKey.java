package io.gatehouse.portal.ui.experiments;

import io.gatehouse.search.Clause;
import io.gatehouse.search.Comparator;
import io.gatehouse.search.Identifier;
import io.gatehouse.search.Operand;
import io.gatehouse.tracking.LoggedKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something that conditions on runs can be about.
 *
 * @param kind of it
 * @param key as it was logged, or the name of the attribute
 */
record RunKey(Kind kind, String key) {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,9})?");

    /** Kinds of keys, in the order in which they are offered. */
    enum Kind {
        METRIC("metrics"),
        PARAM("params"),
        ATTRIBUTE("attributes"),
        TAG("tags");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    /** How a condition compares, as people choose it; each stands for one comparison of the language. */
    enum Test {
        AT_LEAST(Comparator.AT_LEAST, true),
        ABOVE(Comparator.GREATER, true),
        AT_MOST(Comparator.AT_MOST, true),
        BELOW(Comparator.LESS, true),
        CONTAINS(Comparator.ILIKE, true),
        IS(Comparator.EQUAL, true),
        IS_NOT(Comparator.NOT_EQUAL, true),
        THERE(Comparator.IS_NOT_NULL, false),
        MISSING(Comparator.IS_NULL, false);

        private final Comparator comparator;
        private final boolean needsValue;

        Test(Comparator comparator, boolean needsValue) {
            this.comparator = comparator;
            this.needsValue = needsValue;
        }

        boolean needsValue() {
            return needsValue;
        }
    }

    /** All that the runs logged, and the attributes that people know. */
    static List<RunKey> of(LoggedKeys logged) {
        List<RunKey> keys = new ArrayList<>();
        logged.metrics().forEach(key -> keys.add(new RunKey(Kind.METRIC, key)));
        logged.params().keySet().forEach(key -> keys.add(new RunKey(Kind.PARAM, key)));
        List.of("run_name", "status").forEach(key -> keys.add(new RunKey(Kind.ATTRIBUTE, key)));
        logged.tags().forEach(key -> keys.add(new RunKey(Kind.TAG, key)));
        return keys;
    }

    /** As filters write it, such as {@code metrics.val_auc}. */
    String written() {
        return identifier().written();
    }

    private Identifier identifier() {
        return new Identifier(kind.prefix, key);
    }

    /** What it can be compared by. */
    List<Test> tests() {
        return switch (kind) {
            case METRIC -> List.of(Test.AT_LEAST, Test.ABOVE, Test.AT_MOST, Test.BELOW, Test.IS, Test.IS_NOT);
            case PARAM, TAG -> List.of(Test.IS, Test.IS_NOT, Test.CONTAINS, Test.THERE, Test.MISSING);
            case ATTRIBUTE ->
                key.equals("status") ? List.of(Test.IS, Test.IS_NOT) : List.of(Test.CONTAINS, Test.IS, Test.IS_NOT);
        };
    }

    /** The condition that was chosen; empty if the value cannot be compared so. */
    Optional<Clause> clause(Test test, String value) {
        if (!test.needsValue) {
            return Optional.of(new Clause(identifier(), test.comparator, new Operand.Nothing()));
        }
        if (kind == Kind.METRIC) {
            return NUMBER.matcher(value).matches()
                    ? Optional.of(new Clause(identifier(), test.comparator, new Operand.Figure(value)))
                    : Optional.empty();
        }
        // The language has no escapes, so text holds one kind of quotes at most.
        if (value.isEmpty() || value.indexOf('\'') >= 0 && value.indexOf('"') >= 0) {
            return Optional.empty();
        }
        String compared = test == Test.CONTAINS ? "%" + value + "%" : value;
        return Optional.of(new Clause(identifier(), test.comparator, new Operand.Text(compared)));
    }
}
