package io.gatehouse.search;

import io.gatehouse.search.Field.Nature;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compiles one clause on one field to SQL. Every value is bound; only column names of our own are written into it. */
final class Predicates {
    private static final BigDecimal BEYOND_LONG = new BigDecimal("1e19");
    /** Year 9999, which both databases can store. */
    private static final long LAST_MILLISECOND = 253_402_300_799_999L;

    private Predicates() {}

    static Condition of(Clause clause, Field field) {
        return switch (field) {
            case Field.Attribute attribute -> attribute(clause, attribute);
            case Field.Keyed keyed -> keyed(clause, keyed);
            case Field.Metric metric -> metric(clause, metric);
        };
    }

    private static Condition attribute(Clause clause, Field.Attribute field) {
        if (clause.comparator().isNullTest()) {
            throw noNullTest();
        }
        return switch (field.nature()) {
            case TEXT -> attributeText(clause, field);
            case NUMBER, LENIENT_NUMBER ->
                numeric(clause, field.column(), figure(clause, "numeric attribute", field.nature()));
            case TIME -> time(clause, field.column(), figure(clause, "numeric attribute", field.nature()));
        };
    }

    /** An attribute that was never set is an empty text, as in MLflow: it differs from every other. */
    private static Condition attributeText(Clause clause, Field.Attribute field) {
        Condition set = text(clause, field.column(), "attribute", field.lists());
        boolean holdsForEmpty = switch (clause.comparator()) {
            case NOT_EQUAL, NOT_IN -> true;
            case EQUAL -> clause.operand().equals(new Operand.Text(""));
            default -> false;
        };
        return holdsForEmpty
                ? new Condition("(" + field.column() + " is null or " + set.sql() + ")", set.parameters())
                : set;
    }

    private static Condition keyed(Clause clause, Field.Keyed field) {
        if (clause.comparator().isNullTest()) {
            if (!field.nullTests()) {
                throw noNullTest();
            }
            String not = clause.comparator() == Comparator.IS_NULL ? "not " : "";
            return new Condition(not + "exists (select 1 from " + field.rows() + ")", field.parameters());
        }
        return exists(field.rows(), field.parameters(), text(clause, field.column(), field.kind(), field.lists()));
    }

    /** Empty for clauses that hold for values on both sides of a number, or for none. */
    static Optional<MetricBound> bound(Clause clause, Field field, Filter rest) {
        return switch (clause.comparator()) {
            case EQUAL, LESS, AT_MOST, GREATER, AT_LEAST ->
                field instanceof Field.Metric metric
                        ? Optional.of(new MetricBound(
                                String.valueOf(metric.parameters().getFirst()),
                                sign(clause),
                                figure(clause, "metric", Nature.NUMBER).doubleValue(),
                                rest))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Condition metric(Clause clause, Field.Metric field) {
        if (clause.comparator().isNullTest()) {
            throw noNullTest();
        }
        double bound = figure(clause, "metric", Nature.NUMBER).doubleValue();
        Condition compared = new Condition(sign(clause) + " ?", List.of(bound));
        // NaN differs from every number, and is neither below nor above one.
        String sql = clause.comparator() == Comparator.NOT_EQUAL
                ? "(" + field.isNan() + " or " + field.value() + " " + compared.sql() + ")"
                : "not " + field.isNan() + " and " + field.value() + " " + compared.sql();
        return exists(field.rows(), field.parameters(), new Condition(sql, compared.parameters()));
    }

    private static Condition exists(String rows, List<Object> parameters, Condition value) {
        List<Object> all = new ArrayList<>(parameters);
        all.addAll(value.parameters());
        return new Condition("exists (select 1 from " + rows + " and " + value.sql() + ")", all);
    }

    private static Condition text(Clause clause, String column, String kind, boolean lists) {
        Comparator comparator = clause.comparator();
        if (clause.operand() instanceof Operand.Texts texts) {
            if (!lists) {
                throw new InvalidSearchException(
                        "Invalid comparator '" + comparator.written() + "' for " + clause.identifier()
                                + ": only some attributes, such as 'run_id', can be compared with a list");
            }
            Condition in = Condition.in(column, texts.values());
            return comparator == Comparator.IN ? in : new Condition("not (" + in.sql() + ")", in.parameters());
        }
        if (!(clause.operand() instanceof Operand.Text text)) {
            throw new InvalidSearchException("Expected a quoted string value for " + kind
                    + " (e.g. 'my-value'). Got value " + ((Operand.Figure) clause.operand()).literal());
        }
        // The language has no escape character, while SQL has a backslash by default.
        return switch (comparator) {
            case EQUAL -> new Condition(column + " = ?", List.of(text.value()));
            case NOT_EQUAL -> new Condition(column + " <> ?", List.of(text.value()));
            case LIKE -> new Condition(column + " like ? escape ''", List.of(text.value()));
            case ILIKE -> new Condition("fold_case(" + column + ") like fold_case(?) escape ''", List.of(text.value()));
            default -> throw invalidComparator(clause, "=, !=, LIKE, ILIKE");
        };
    }

    private static Condition numeric(Clause clause, String column, BigDecimal figure) {
        return new Condition(column + " " + sign(clause) + " ?", List.of(figure));
    }

    /** A stored moment is finer than a millisecond, so a millisecond is a span of time. */
    private static Condition time(Clause clause, String column, BigDecimal milliseconds) {
        boolean whole = milliseconds.stripTrailingZeros().scale() <= 0;
        OffsetDateTime start = moment(milliseconds.setScale(0, RoundingMode.CEILING));
        OffsetDateTime next =
                moment(milliseconds.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE));
        return switch (clause.comparator()) {
            case EQUAL ->
                whole
                        ? new Condition("(" + column + " >= ? and " + column + " < ?)", List.of(start, next))
                        : new Condition("1 = 0", List.of());
            case NOT_EQUAL ->
                whole
                        ? new Condition("(" + column + " < ? or " + column + " >= ?)", List.of(start, next))
                        : new Condition(column + " is not null", List.of());
            case LESS -> new Condition(column + " < ?", List.of(start));
            case AT_LEAST -> new Condition(column + " >= ?", List.of(start));
            case AT_MOST -> new Condition(column + " < ?", List.of(next));
            case GREATER -> new Condition(column + " >= ?", List.of(next));
            default -> throw invalidComparator(clause, "=, !=, <, <=, >, >=");
        };
    }

    /** Whether both databases can hold a moment, in milliseconds since 1970. */
    static boolean isStorable(long milliseconds) {
        return milliseconds >= 0 && milliseconds <= LAST_MILLISECOND;
    }

    private static OffsetDateTime moment(BigDecimal milliseconds) {
        long clamped = milliseconds
                .max(BigDecimal.valueOf(-LAST_MILLISECOND))
                .min(BigDecimal.valueOf(LAST_MILLISECOND))
                .longValue();
        // Before our era the two databases count years differently; nothing is stored there anyway.
        return Instant.ofEpochMilli(Math.max(clamped, 0)).atOffset(ZoneOffset.UTC);
    }

    private static BigDecimal figure(Clause clause, String kind, Nature nature) {
        String literal = switch (clause.operand()) {
            case Operand.Figure figure -> figure.literal();
            case Operand.Text text
            when nature == Nature.LENIENT_NUMBER && Scanner.isNumber(text.value()) -> text.value();
            case Operand.Text text -> throw notNumeric(clause, kind, "'" + text.value() + "'");
            case Operand.Texts texts -> throw invalidComparator(clause, "=, !=, <, <=, >, >=");
            case Operand.Nothing nothing -> throw noNullTest();
        };
        double rough = Double.parseDouble(literal);
        if (kind.equals("metric")) {
            return BigDecimal.valueOf(Math.clamp(rough, -Double.MAX_VALUE, Double.MAX_VALUE));
        }
        // An exponent can name a number of a billion digits; no stored number is beyond 64 bits.
        return Math.abs(rough) >= 1e19 ? BEYOND_LONG.multiply(BigDecimal.valueOf(Math.signum(rough))) : small(literal);
    }

    private static BigDecimal small(String literal) {
        BigDecimal exact = new BigDecimal(literal);
        return exact.scale() > 30 ? exact.setScale(30, RoundingMode.HALF_EVEN) : exact;
    }

    private static String sign(Clause clause) {
        return switch (clause.comparator()) {
            case EQUAL -> "=";
            case NOT_EQUAL -> "<>";
            case LESS -> "<";
            case AT_MOST -> "<=";
            case GREATER -> ">";
            case AT_LEAST -> ">=";
            default -> throw invalidComparator(clause, "=, !=, <, <=, >, >=");
        };
    }

    private static InvalidSearchException notNumeric(Clause clause, String kind, String found) {
        return new InvalidSearchException("Expected numeric value type for " + kind + ": "
                + clause.identifier().key() + ". Found " + found);
    }

    private static InvalidSearchException invalidComparator(Clause clause, String valid) {
        return new InvalidSearchException("Invalid comparator '"
                + clause.comparator().written() + "' for " + clause.identifier() + ": not one of " + valid);
    }

    private static InvalidSearchException noNullTest() {
        return new InvalidSearchException("IS NULL / IS NOT NULL is only supported for tags and params");
    }
}
