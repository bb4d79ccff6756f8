package io.gatehouse.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one kind of object can be searched and ordered by. Built once for each kind:
 *
 * <pre>{@code
 * SearchScope.of("attributes", "attribute")
 *         .text("name", "m.name")
 *         .time("last_updated_timestamp", "m.updated_at")
 *         .tags(Set.of("tags", "tag"), "model_tag t where t.model_id = m.id and t.tag_key = ?", "t.tag_value")
 *         .defaultOrder("name ASC")
 *         .tieBreak("name ASC")
 *         .build();
 * }</pre>
 */
public final class SearchScope {
    private static final int MOST_FIELDS = 100;
    /** PostgreSQL takes at most 65,535 values in one query, and what a filter is joined with has some of its own. */
    private static final int MOST_VALUES = 30_000;

    private final Set<String> attributePrefixes;
    private final Map<String, Field.Attribute> attributes;
    private final Map<String, Function<String, Field>> keyed;
    private final Set<String> unsortable;
    private final List<OrderBy> defaultOrder;
    private final List<OrderBy> tieBreak;
    private final Set<String> complete;
    private final boolean mayRepeat;

    private SearchScope(Builder builder) {
        attributePrefixes = Set.copyOf(builder.attributePrefixes);
        attributes = Map.copyOf(builder.attributes);
        keyed = Map.copyOf(builder.keyed);
        unsortable = Set.copyOf(builder.unsortable);
        defaultOrder = List.copyOf(builder.defaultOrder);
        tieBreak = List.copyOf(builder.tieBreak);
        complete = Set.copyOf(builder.complete);
        mayRepeat = builder.mayRepeat;
    }

    /** Starts a scope whose attributes can be written bare or after one of these prefixes. */
    public static Builder of(String... attributePrefixes) {
        return new Builder(Set.of(attributePrefixes));
    }

    /** @throws InvalidSearchException if a clause speaks of something that this kind of object does not have */
    public Condition where(Filter filter) {
        Condition all = Condition.ALWAYS;
        // Last, since H2 asks in the order written, and a bound of a metric rules out less than what is equal to few.
        List<Condition> ofMetrics = new ArrayList<>();
        for (int i = 0; i < filter.clauses().size(); i++) {
            Clause clause = filter.clauses().get(i);
            try {
                Field field = field(clause.identifier());
                Condition one = Predicates.of(clause, field);
                if (field instanceof Field.Metric) {
                    ofMetrics.add(one);
                } else {
                    all = all.and(one);
                }
            } catch (InvalidSearchException wrong) {
                throw filter.starts().isEmpty()
                        ? wrong
                        : wrong.at(filter.starts().get(i));
            }
        }
        for (Condition one : ofMetrics) {
            all = all.and(one);
        }
        if (all.parameters().size() > MOST_VALUES) {
            throw new InvalidSearchException("Invalid clause(s) in filter string: it compares with "
                    + all.parameters().size() + " values, and at most " + MOST_VALUES + " can be");
        }
        return all;
    }

    /** The first clause that bounds a metric, if there is one. */
    public Optional<MetricBound> bound(Filter filter) {
        return filter.clauses().stream()
                .flatMap(
                        clause -> Predicates.bound(clause, field(clause.identifier()), filter.without(clause)).stream())
                .findFirst();
    }

    /** The wishes, or the default order if there are none, then what breaks ties. */
    public Ordering order(List<OrderBy> wishes) {
        if (wishes.size() > MOST_FIELDS) {
            throw new InvalidSearchException("Invalid order_by clause: more than " + MOST_FIELDS + " fields");
        }
        List<SortKey> keys = new ArrayList<>();
        Set<String> named = new LinkedHashSet<>();
        for (OrderBy wish : wishes.isEmpty() ? defaultOrder : wishes) {
            Field field = sortable(wish.identifier());
            if (!named.add(field.name())) {
                if (mayRepeat) {
                    continue;
                }
                throw new InvalidSearchException("`order_by` contains duplicate fields: " + wish.identifier());
            }
            keys.add(new SortKey(field, wish.ascending(), complete.contains(field.name())));
        }
        for (OrderBy last : tieBreak) {
            Field field = field(last.identifier());
            if (named.add(field.name())) {
                keys.add(new SortKey(field, last.ascending(), complete.contains(field.name())));
            }
        }
        return new Ordering(keys);
    }

    /** As {@link #order(List)}, from text. */
    public Ordering orderOf(List<String> wishes) {
        return order(wishes.stream().map(OrderBy::parse).toList());
    }

    private Field sortable(Identifier identifier) {
        Field field = field(identifier);
        boolean refused = field instanceof Field.Keyed keyedField && !keyedField.sortable()
                || field instanceof Field.Attribute && unsortable.contains(field.name());
        if (refused) {
            throw new InvalidSearchException("Invalid order_by key: " + identifier + " cannot be ordered by");
        }
        return field;
    }

    private Field field(Identifier identifier) {
        if (identifier.prefix().isEmpty() || attributePrefixes.contains(identifier.prefix())) {
            Field.@Nullable Attribute attribute = attributes.get(identifier.key());
            if (attribute == null) {
                throw new InvalidSearchException("Invalid attribute key '" + identifier.key()
                        + "' specified. Valid keys are " + new TreeSet<>(attributes.keySet()));
            }
            return attribute;
        }
        Function<String, Field> byKey = keyed.get(identifier.prefix());
        if (byKey == null) {
            Set<String> valid = new TreeSet<>(keyed.keySet());
            valid.addAll(attributePrefixes);
            throw new InvalidSearchException(
                    "Invalid entity type '" + identifier.prefix() + "'. Valid values are " + valid);
        }
        if (identifier.key().isEmpty()) {
            throw new InvalidSearchException(
                    "Invalid clause(s) in filter string: a key is missing after '" + identifier.prefix() + ".'");
        }
        return byKey.apply(identifier.key());
    }

    /** Collects what a kind of object can be searched by. Columns and rows are our own SQL, never a client's text. */
    public static final class Builder {
        private final Set<String> attributePrefixes;
        private final Map<String, Field.Attribute> attributes = new HashMap<>();
        private final Map<String, Function<String, Field>> keyed = new LinkedHashMap<>();
        private final Set<String> unsortable = new LinkedHashSet<>();
        private final List<OrderBy> defaultOrder = new ArrayList<>();
        private final List<OrderBy> tieBreak = new ArrayList<>();
        private final Set<String> complete = new LinkedHashSet<>();
        private boolean mayRepeat;

        private Builder(Set<String> attributePrefixes) {
            this.attributePrefixes = attributePrefixes;
        }

        /** Text with {@code = != LIKE ILIKE}. */
        public Builder text(String name, String column, String... otherNames) {
            return attribute(name, column, Field.Nature.TEXT, false, otherNames);
        }

        /** Text with {@code IN} and {@code NOT IN} too. */
        public Builder listedText(String name, String column, String... otherNames) {
            return attribute(name, column, Field.Nature.TEXT, true, otherNames);
        }

        /** A numeric column; the number must not be quoted. */
        public Builder number(String name, String column, String... otherNames) {
            return attribute(name, column, Field.Nature.NUMBER, false, otherNames);
        }

        /** A numeric column whose number may be quoted. */
        public Builder lenientNumber(String name, String column, String... otherNames) {
            return attribute(name, column, Field.Nature.LENIENT_NUMBER, false, otherNames);
        }

        /** A timestamp column, spoken of in milliseconds since 1970. */
        public Builder time(String name, String column, String... otherNames) {
            return attribute(name, column, Field.Nature.TIME, false, otherNames);
        }

        /** Tags or params: {@code = != LIKE ILIKE IS NULL}. The rows have one question mark, for the key. */
        public Builder tags(Set<String> prefixes, String kind, String rows, String column, boolean sortable) {
            return tags(prefixes, kind, rows, column, sortable, false);
        }

        /** As {@link #tags}, with {@code IN} and {@code NOT IN} too, and not to be ordered by. */
        public Builder listedTags(Set<String> prefixes, String kind, String rows, String column) {
            return tags(prefixes, kind, rows, column, false, true);
        }

        private Builder tags(
                Set<String> prefixes, String kind, String rows, String column, boolean sortable, boolean lists) {
            for (String prefix : prefixes) {
                keyed.put(
                        prefix,
                        key -> new Field.Keyed(
                                kind + "." + key, kind, rows, List.of(key), column, lists, true, sortable));
            }
            return this;
        }

        /** Metrics, compared by number. The rows have one question mark, for the key. */
        public Builder metrics(Set<String> prefixes, String rows, String value, String isNan) {
            return metrics(prefixes, rows, List.of(), value, isNan);
        }

        /** Metrics of which only some rows count: those have further question marks after the one for the key. */
        public Builder metrics(
                Set<String> prefixes, String rows, List<?> furtherParameters, String value, String isNan) {
            for (String prefix : prefixes) {
                keyed.put(prefix, key -> {
                    List<Object> parameters = new ArrayList<>();
                    parameters.add(key);
                    parameters.addAll(furtherParameters);
                    return new Field.Metric("metric." + key, rows, parameters, value, isNan);
                });
            }
            return this;
        }

        /** Any other kind after a prefix, with a fixed set of keys: {@code dataset.name}. Lists are allowed, orderings are not. */
        public Builder members(Set<String> prefixes, String kind, Map<String, Member> members) {
            for (String prefix : prefixes) {
                keyed.put(prefix, key -> {
                    Member member = members.get(key);
                    if (member == null) {
                        throw new InvalidSearchException("Invalid " + kind + " key '" + key
                                + "' specified. Valid keys are " + new TreeSet<>(members.keySet()));
                    }
                    return new Field.Keyed(
                            kind + "." + key, kind, member.rows, List.of(), member.column, true, false, false);
                });
            }
            return this;
        }

        /** Attributes that can be searched but not ordered by. */
        public Builder unsortable(String... names) {
            for (String name : names) {
                unsortable.add("attribute." + name);
            }
            return this;
        }

        /** Attributes that every object has, so that an order by them need not look for missing ones. */
        public Builder complete(String... names) {
            for (String name : names) {
                complete.add("attribute." + name);
            }
            return this;
        }

        /** The order where none is wished. */
        public Builder defaultOrder(String... wishes) {
            for (String wish : wishes) {
                defaultOrder.add(OrderBy.parse(wish));
            }
            return this;
        }

        /** A field may be named twice in an order: the first wish counts. */
        public Builder repeatedWishes() {
            mayRepeat = true;
            return this;
        }

        /** What follows every order; it must end with something unique, so that pages are stable. */
        public Builder tieBreak(String... wishes) {
            for (String wish : wishes) {
                tieBreak.add(OrderBy.parse(wish));
            }
            return this;
        }

        public SearchScope build() {
            return new SearchScope(this);
        }

        private Builder attribute(
                String name, String column, Field.Nature nature, boolean lists, String... otherNames) {
            Field.Attribute attribute = new Field.Attribute("attribute." + name, column, nature, lists);
            attributes.put(name, attribute);
            for (String other : otherNames) {
                attributes.put(other, attribute);
            }
            return this;
        }
    }

    /**
     * One member of a kind with a fixed set of keys.
     *
     * @param rows such as {@code run_dataset d where d.run_id = r.id}
     * @param column holds the value
     */
    public record Member(String rows, String column) {}
}
